using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// The terms of all texts of a run, by columns, six bytes each, and what is known of each term: in how many texts it occurs, and a
/// word to show for it.
/// </summary>
/// <remarks>Filled by one thread; reading is thread-safe afterwards.</remarks>
internal sealed class TermTable
{
    private readonly ChunkedList<(long Terms, long Counts, int Length, byte Language)> _rows = new();
    private Arena<uint> _terms = new();
    private Arena<ushort> _counts = new();
    private readonly Arena<byte> _words = new();
    private readonly Dictionary<uint, TermStatistics> _statistics = [];

    /// <summary>How many texts there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Every term that a text has.</summary>
    public IReadOnlyDictionary<uint, TermStatistics> Statistics => _statistics;

    /// <summary>The terms of a text, ascending.</summary>
    public ReadOnlySpan<uint> TermsOf(int text) => _rows[text].Length == 0 ? [] : _terms.Get(_rows[text].Terms, _rows[text].Length);

    /// <summary>How often the text has each, as <see cref="TermOccurrence.Packed"/>.</summary>
    public ReadOnlySpan<ushort> CountsOf(int text) => _rows[text].Length == 0 ? [] : _counts.Get(_rows[text].Counts, _rows[text].Length);

    /// <summary>The word that stands for a term: the shortest of those that were met; the first in byte order among these.</summary>
    public ReadOnlySpan<byte> WordOf(uint term) =>
        _statistics.TryGetValue(term, out var known) && known.WordLength > 0 ? _words.Get(known.Word, known.WordLength) : [];

    /// <summary>The text's language, as a number of <see cref="TextLanguage"/>.</summary>
    public int LanguageOf(int text) => _rows[text].Language;

    /// <summary>Adds one text.</summary>
    public void Add(byte language, ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts)
    {
        _rows.Add((terms.IsEmpty ? 0 : _terms.Add(terms), terms.IsEmpty ? 0 : _counts.Add(counts), terms.Length, language));
        for (var i = 0; i < terms.Length; i++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_statistics, terms[i], out _);
            known.Texts++;
            if (TermOccurrence.Unpack(terms[i], counts[i]).IsName) known.Names++;
        }
    }

    /// <summary>Forgets which text has which terms. What is known of each term stays, and the texts' languages.</summary>
    public void ForgetTerms()
    {
        (_terms, _counts) = (new(), new());
        for (var text = 0; text < Count; text++) _rows[text].Length = 0;
    }

    /// <summary>Adds a text of this table, and the words of its terms, to <paramref name="other"/>.</summary>
    public void CopyTo(TermTable other, int text)
    {
        other.Add(_rows[text].Language, TermsOf(text), CountsOf(text));
        foreach (var term in TermsOf(text))
        {
            if (WordOf(term) is { IsEmpty: false } word) other.Name(term, word);
        }
    }

    /// <summary>Offers a word to stand for a term.</summary>
    public void Name(uint term, ReadOnlySpan<byte> word)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_statistics, term, out _);
        if (known.WordLength > 0)
        {
            var kept = _words.Get(known.Word, known.WordLength);
            if (word.Length > kept.Length || (word.Length == kept.Length && word.SequenceCompareTo(kept) >= 0)) return;
        }
        (known.Word, known.WordLength) = (_words.Add(word), word.Length);
    }
}
