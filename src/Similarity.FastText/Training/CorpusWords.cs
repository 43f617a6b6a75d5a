using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>The distinct tokens of a corpus, in order of appearance, and how often each occurs.</summary>
internal sealed class CorpusWords
{
    private readonly int _most;
    private readonly List<byte> _bytes = [];
    private readonly List<Word> _list = [];
    private int[] _slots = new int[1 << 16];
    private int _known;
    private long _forgetBelow = 1;

    public CorpusWords(int most)
    {
        _most = most;
        EndOfLine = NumberOf(LineTokens.EndOfLine, isLabel: false);
        At(EndOfLine).Count = 0;
    }

    /// <summary>How many numbers there are.</summary>
    public int Count => _list.Count;

    /// <summary>The number of the token that ends a line.</summary>
    public int EndOfLine { get; }

    /// <summary>The bytes of a token.</summary>
    public ReadOnlySpan<byte> BytesOf(int number) => CollectionsMarshal.AsSpan(_bytes).Slice(At(number).Start, At(number).Length);

    /// <summary>How often it occurs.</summary>
    public long CountOf(int number) => At(number).Count;

    /// <summary>Whether it is a label.</summary>
    public bool IsLabel(int number) => At(number).IsLabel;

    /// <summary>Whether a word was forgotten, and with it how often it occurs.</summary>
    public bool IsForgotten(int number) => At(number).IsForgotten;

    /// <summary>The number of a token, which is counted.</summary>
    public int NumberOf(ReadOnlySpan<byte> token, bool isLabel)
    {
        var hash = XxHash3.HashToUInt64(token);
        var slot = Find(token, hash);
        if (_slots[slot] != 0)
        {
            var known = _slots[slot] - 1;
            At(known).Count++;
            return known;
        }
        if (_known >= _most) Forget();
        if ((_known + 1) * 2 > _slots.Length) Index(_slots.Length * 2);
        _list.Add(new Word { Start = _bytes.Count, Length = token.Length, Count = 1, Hash = hash, IsLabel = isLabel });
        foreach (var value in token) _bytes.Add(value);
        _slots[Find(token, hash)] = _list.Count;
        _known++;
        return _list.Count - 1;
    }

    private int Find(ReadOnlySpan<byte> token, ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == 0) return slot;
            ref var word = ref At(_slots[slot] - 1);
            if (word.Hash == hash && BytesOf(_slots[slot] - 1).SequenceEqual(token)) return slot;
        }
    }

    /// <summary>Forgets words that have been rare so far: their count stays too low, and they get a new number if they come again.</summary>
    private void Forget()
    {
        while (_known * 4L > _most * 3L)
        {
            _forgetBelow++;
            for (var number = 0; number < _list.Count; number++)
            {
                ref var word = ref At(number);
                if (word.IsForgotten || word.IsLabel || number == EndOfLine || word.Count >= _forgetBelow) continue;
                word.IsForgotten = true;
                _known--;
            }
        }
        Index((int)BitOperations.RoundUpToPowerOf2((uint)_known * 4));
    }

    private void Index(int size)
    {
        _slots = new int[size];
        for (var number = 0; number < _list.Count; number++)
        {
            ref var word = ref At(number);
            if (!word.IsForgotten) _slots[Find(BytesOf(number), word.Hash)] = number + 1;
        }
    }

    private ref Word At(int number) => ref CollectionsMarshal.AsSpan(_list)[number];

    private struct Word
    {
        public long Count;
        public ulong Hash;
        public int Start;
        public int Length;
        public bool IsLabel;
        public bool IsForgotten;
    }
}
