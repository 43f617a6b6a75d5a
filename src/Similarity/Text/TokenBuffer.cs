using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// The tokens of one or more texts, as <see cref="Tokenizer"/> left them: a 64-bit hash for each, in the order of the
/// text, and the bytes it came from if asked for. Filled again for each article, so that a warm run allocates nothing.
/// </summary>
/// <remarks>
/// Not thread-safe: one buffer a thread. Spans are valid until the next <see cref="Clear"/> or the next tokens.
/// </remarks>
public sealed class TokenBuffer
{
    private const int InitialCapacity = 1024;

    private ulong[] _hashes = new ulong[InitialCapacity];
    private int[] _starts = [];
    private int[] _ends = [];

    /// <summary>An empty buffer.</summary>
    /// <param name="withOffsets">Whether to keep where each token stands in its text.</param>
    public TokenBuffer(bool withOffsets = false)
    {
        WithOffsets = withOffsets;
        if (!withOffsets) return;
        _starts = new int[InitialCapacity];
        _ends = new int[InitialCapacity];
    }

    /// <summary>Whether <see cref="Starts"/> and <see cref="Ends"/> are kept.</summary>
    public bool WithOffsets { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The <see cref="WordHash"/> of the folded bytes of each token.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>
    /// Where each token starts, in bytes of the text that was given to the call which found it; empty without offsets.
    /// </summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, WithOffsets ? Count : 0);

    /// <summary>Where each token ends, exclusive, in bytes of the same text; empty without offsets.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, WithOffsets ? Count : 0);

    /// <summary>Forgets the tokens and keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Drops the tokens of <paramref name="ranges"/>, which are ascending and apart; those behind move up.</summary>
    internal void Remove(ReadOnlySpan<(int First, int End)> ranges)
    {
        if (ranges.IsEmpty) return;
        var to = ranges[0].First;
        for (var i = 0; i < ranges.Length; i++)
        {
            var (from, next) = (ranges[i].End, i + 1 < ranges.Length ? ranges[i + 1].First : Count);
            _hashes.AsSpan(from, next - from).CopyTo(_hashes.AsSpan(to));
            if (WithOffsets)
            {
                _starts.AsSpan(from, next - from).CopyTo(_starts.AsSpan(to));
                _ends.AsSpan(from, next - from).CopyTo(_ends.AsSpan(to));
            }
            to += next - from;
        }
        Count = to;
    }

    /// <summary>Adds one token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(ulong hash, int start, int end)
    {
        var index = Count;
        if ((uint)index >= (uint)_hashes.Length) Grow(1);
        _hashes[index] = hash;
        if (WithOffsets)
        {
            _starts[index] = start;
            _ends[index] = end;
        }
        Count = index + 1;
    }

    /// <summary>Room for the hashes of <paramref name="count"/> tokens more, which <see cref="Commit"/> then adds.</summary>
    internal Span<ulong> Reserve(int count)
    {
        if (_hashes.Length - Count < count) Grow(count);
        return _hashes.AsSpan(Count, count);
    }

    /// <summary>Adds the tokens whose hashes have been written to the last reservation.</summary>
    /// <param name="edges">Where each starts and ends, one behind the other.</param>
    internal void Commit(ReadOnlySpan<int> edges)
    {
        var added = edges.Length / 2;
        for (var i = 0; WithOffsets && i < added; i++)
        {
            _starts[Count + i] = edges[i * 2];
            _ends[Count + i] = edges[(i * 2) + 1];
        }
        Count += added;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var needed = Count + (long)count;
        if (needed > Array.MaxLength) throw new InvalidOperationException($"A buffer holds up to {Array.MaxLength} tokens.");
        var capacity = (int)Math.Min(Array.MaxLength, Math.Max(_hashes.Length * 2L, needed));
        Array.Resize(ref _hashes, capacity);
        if (!WithOffsets) return;
        Array.Resize(ref _starts, capacity);
        Array.Resize(ref _ends, capacity);
    }
}
