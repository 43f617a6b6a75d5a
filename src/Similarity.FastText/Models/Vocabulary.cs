using System.Text;

namespace Similarity.FastText;

/// <summary>
/// The words and labels of a model: entries in the order of its file, words first, so that the number of a word is its
/// row. All their bytes stand in one array.
/// </summary>
/// <remarks>Thread-safe. An entry costs its bytes and 28 to 44 more.</remarks>
public sealed class Vocabulary
{
    /// <summary>The most words and labels together.</summary>
    internal const int MaxEntries = 1 << 28;

    private readonly byte[] _bytes;
    private readonly int[] _ends;
    private readonly long[] _counts;
    private readonly KeyedNumbers _entries;

    /// <param name="bytes">The UTF-8 of all entries, one after the other; no NUL, which ends a word in files.</param>
    /// <param name="ends">Where each entry ends in <paramref name="bytes"/>.</param>
    /// <param name="counts">How often each occurs in the corpus.</param>
    /// <param name="words">How many of the entries, from the first, are words.</param>
    /// <param name="tokens">Tokens of the corpus.</param>
    /// <exception cref="ArgumentException">Two entries are equal, or words were chosen so that their hashes crowd.</exception>
    internal Vocabulary(byte[] bytes, int[] ends, long[] counts, int words, long tokens)
    {
        (_bytes, _ends, _counts, WordCount, Tokens) = (bytes, ends, counts, words, tokens);
        _entries = new KeyedNumbers(ends.Length);
        for (var entry = 0; entry < ends.Length; entry++)
        {
            var hash = Fnv1a.Compute(this[entry]);
            if (Find(this[entry], hash) is var other && other >= 0) throw new ArgumentException($"entry {entry} repeats entry {other}", nameof(bytes));
            if (!_entries.TryAdd(hash, entry)) throw new ArgumentException($"the hashes around that of entry {entry} are crowded", nameof(bytes));
        }
    }

    /// <summary>How many words there are, <c>&lt;/s&gt;</c> included where the model has it.</summary>
    public int WordCount { get; }

    /// <summary>How many labels there are; none but in a supervised model.</summary>
    public int LabelCount => _ends.Length - WordCount;

    /// <summary>Tokens of the corpus that the model was trained on, those of words that were left out included.</summary>
    public long Tokens { get; }

    /// <summary>Words and labels.</summary>
    public int Count => _ends.Length;

    /// <summary>The UTF-8 of an entry: a word, or from <see cref="WordCount"/> on a label with its prefix.</summary>
    public ReadOnlySpan<byte> this[int entry]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)entry, (uint)_ends.Length, nameof(entry));
            var start = entry == 0 ? 0 : _ends[entry - 1];
            return _bytes.AsSpan(start, _ends[entry] - start);
        }
    }

    /// <summary>An entry as text; bytes that are no UTF-8 become U+FFFD.</summary>
    public string TextOf(int entry) => Encoding.UTF8.GetString(this[entry]);

    /// <summary>How often an entry occurs in the corpus; 0 where that is not known.</summary>
    public long CountOf(int entry) => _counts[entry];

    /// <summary>The entry that is <paramref name="word"/>, to the byte; −1 where there is none.</summary>
    public int Find(ReadOnlySpan<byte> word) => Find(word, Fnv1a.Compute(word));

    /// <summary>The same for whoever has the word's <see cref="Fnv1a"/> hash.</summary>
    internal int Find(ReadOnlySpan<byte> word, uint hash)
    {
        var step = 0;
        int entry;
        do
        {
            entry = _entries.Next(hash, ref step);
        }
        while (entry >= 0 && !this[entry].SequenceEqual(word));
        return entry;
    }

    internal ReadOnlySpan<long> LabelCounts => _counts.AsSpan(WordCount);

    internal ReadOnlySpan<long> WordCounts => _counts.AsSpan(0, WordCount);
}
