using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>The terms of some texts, one behind the other, and the words that stand for terms which the reader had not met before.</summary>
internal sealed class TermBatch
{
    private readonly List<uint> _terms = [];
    private readonly List<ushort> _counts = [];
    private readonly List<(int End, byte Language)> _ends = [];
    private readonly List<byte> _words = [];
    private readonly List<(uint Term, int End)> _newTerms = [];

    /// <summary>How many texts there are.</summary>
    public int Count => _ends.Count;

    /// <summary>The terms of all texts.</summary>
    public ReadOnlySpan<uint> Terms => CollectionsMarshal.AsSpan(_terms);

    /// <summary>How often its text has each, as <see cref="TermOccurrence.Packed"/>.</summary>
    public ReadOnlySpan<ushort> Counts => CollectionsMarshal.AsSpan(_counts);

    /// <summary>The language of a text.</summary>
    public byte LanguageOf(int text) => _ends[text].Language;

    /// <summary>Forgets the texts and keeps the memory.</summary>
    public void Clear()
    {
        _terms.Clear();
        _counts.Clear();
        _ends.Clear();
        _words.Clear();
        _newTerms.Clear();
    }

    /// <summary>Adds a term of the text that is being read; terms ascend.</summary>
    public void Add(TermOccurrence term)
    {
        _terms.Add(term.Term);
        _counts.Add(term.Packed);
    }

    /// <summary>Ends the text, which is in a language of <see cref="TextLanguage"/>.</summary>
    public void EndText(int language) => _ends.Add((_terms.Count, (byte)language));

    /// <summary>Notes a word of a term.</summary>
    public void Name(uint term, ReadOnlySpan<byte> folded)
    {
        foreach (var value in folded) _words.Add(value);
        _newTerms.Add((term, _words.Count));
    }

    /// <summary>Passes everything on to <paramref name="table"/>.</summary>
    public void AddTo(TermTable table)
    {
        var words = CollectionsMarshal.AsSpan(_words);
        var first = 0;
        foreach (var (end, language) in _ends)
        {
            table.Add(language, Terms[first..end], Counts[first..end]);
            first = end;
        }
        first = 0;
        foreach (var (term, end) in _newTerms)
        {
            table.Name(term, words[first..end]);
            first = end;
        }
    }
}
