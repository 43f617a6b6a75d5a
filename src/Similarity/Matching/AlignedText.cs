using System.Numerics;

namespace Similarity;

/// <summary>
/// A text made ready to be aligned with others: its words with their spelling, and an index of its seeds, which are
/// <see cref="SeedWords"/> consecutive words. Filled again for each text, so that verification does not allocate.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class AlignedText
{
    /// <summary>Words a seed.</summary>
    public const int SeedWords = 3;

    private const int None = -1;

    private ulong[] _words = [];
    private int[] _starts = [];
    private byte[] _lengths = [];
    private byte[] _text = [];
    private int[] _heads = [];
    private int[] _next = [];
    private bool[] _quoted = [];
    private int _shift;
    private bool _isIndexed;
    private bool _knowsQuotes;

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Hashes of the words, in order.</summary>
    public ReadOnlySpan<ulong> Words => _words.AsSpan(0, Count);

    /// <summary>Words that its memory has room for.</summary>
    public int Capacity => _words.Length;

    /// <summary>Takes the words of <paramref name="text"/>.</summary>
    public void Read(ComparedText text)
    {
        Count = text.Words.Length;
        (_isIndexed, _knowsQuotes) = (false, false);
        if (_words.Length < Count)
        {
            _words = new ulong[Count + (Count / 4)];
            _starts = new int[_words.Length];
            _lengths = new byte[_words.Length];
        }
        if (_text.Length < text.Text.Length) _text = new byte[text.Text.Length + (text.Text.Length / 4)];
        text.Text.CopyTo(_text);
        text.Words.CopyTo(_words);
        text.Starts.CopyTo(_starts);
        for (var word = 0; word < Count; word++) _lengths[word] = (byte)Math.Min(text.Ends[word] - text.Starts[word], byte.MaxValue);
    }

    /// <summary>How a word is spelt, in UTF-8; of a very long word its first bytes.</summary>
    public ReadOnlySpan<byte> SpellingOf(int word) => _text.AsSpan(_starts[word], _lengths[word]);

    /// <summary>For each word whether it stands between quotation marks, which a line break closes.</summary>
    public ReadOnlySpan<bool> Quoted
    {
        get
        {
            if (!_knowsQuotes) FindQuotes();
            return _quoted.AsSpan(0, Count);
        }
    }

    /// <summary>The first place that may begin the same seed as <paramref name="seed"/>, or −1.</summary>
    public int FirstPlaceOf(ReadOnlySpan<ulong> seed)
    {
        if (!_isIndexed) Index();
        return Count < SeedWords ? None : _heads[SlotOf(seed)];
    }

    /// <summary>The next such place behind <paramref name="place"/>, or −1.</summary>
    public int NextPlace(int place) => _next[place];

    private int SlotOf(ReadOnlySpan<ulong> seed)
    {
        var mixed = seed[0] + BitOperations.RotateLeft(seed[1], 21) + BitOperations.RotateLeft(seed[2], 42);
        return (int)((mixed * 0x9E3779B97F4A7C15) >> _shift);
    }

    private void FindQuotes()
    {
        _knowsQuotes = true;
        if (_quoted.Length < Count) _quoted = new bool[_words.Length];
        var (isOpen, at) = (false, 0);
        for (var word = 0; word < Count; word++)
        {
            var gap = _starts[word] - at;
            if (gap > 0 && (gap > 1 || _text[at] != (byte)' ')) isOpen = QuoteMarks.IsOpenBehind(_text.AsSpan(at, gap), isOpen);
            _quoted[word] = isOpen;
            at = Math.Max(at, _starts[word] + _lengths[word]);
        }
    }

    private void Index()
    {
        _isIndexed = true;
        if (Count < SeedWords) return;
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Count * 2);
        _shift = 64 - BitOperations.Log2((uint)slots);
        if (_heads.Length < slots)
        {
            _heads = new int[slots];
            _next = new int[slots / 2];
        }
        _heads.AsSpan(0, slots).Fill(None);
        // From the end, so that the places of a seed come up in ascending order.
        for (var place = Count - SeedWords; place >= 0; place--)
        {
            ref var head = ref _heads[SlotOf(_words.AsSpan(place, SeedWords))];
            _next[place] = head;
            head = place;
        }
    }
}
