namespace Similarity;

/// <summary>A text made ready to be measured against others: an article by its words, a brief text by its shingles.</summary>
/// <remarks>Not thread-safe. Filled again for each text, so that verification does not allocate.</remarks>
internal sealed class PreparedText
{
    /// <summary>Resemblance from which quotations are not looked for.</summary>
    private const double SurelyNoQuote = 0.5;

    private readonly AlignedText _words = new();
    private readonly ShingleSet _shingles = new();

    /// <summary>How the text is compared.</summary>
    public TextForm Form { get; private set; }

    /// <summary>How many words there are; of a brief text, distinct shingles.</summary>
    public int Words => Form == TextForm.Brief ? _shingles.Count : _words.Count;

    /// <summary>For each word of an article whether it stands between quotation marks.</summary>
    public ReadOnlySpan<bool> Quoted => _words.Quoted;

    /// <summary>Words that its memory has room for.</summary>
    public int Capacity => _words.Capacity + _shingles.Capacity;

    /// <summary>Takes what was read of an article.</summary>
    public void Set(ComparedText text)
    {
        Form = text.Form;
        if (Form == TextForm.Brief) text.FillSet(_shingles);
        else _words.Read(text);
    }

    /// <summary>The exact overlap with another text; none where the forms differ.</summary>
    public Overlap OverlapWith(PreparedText other, PassageAligner aligner) => OverlapWith(other, aligner, out _);

    /// <summary>The same, with the passages that it rests on; none of brief texts. Valid until the aligner's next call.</summary>
    public Overlap OverlapWith(PreparedText other, PassageAligner aligner, out ReadOnlySpan<Passage> passages)
    {
        passages = [];
        if (Form != other.Form) return new Overlap(0, 1, 1);
        if (Form == TextForm.Brief) return new Overlap(_shingles.SharedWith(other._shingles), _shingles.Count, other._shingles.Count);
        passages = PassagesWith(other, aligner);
        return Measure(passages, _words, other._words);
    }

    /// <summary>The passages shared with another text, of which this one is A. Valid until the aligner's next call.</summary>
    public ReadOnlySpan<Passage> PassagesWith(PreparedText other, PassageAligner aligner) => aligner.Align(_words, other._words);

    private static Overlap Measure(ReadOnlySpan<Passage> passages, AlignedText a, AlignedText b)
    {
        int shared = 0, exchanged = 0;
        foreach (var passage in passages)
        {
            shared += passage.Shared;
            exchanged += passage.Exchanged;
        }
        var overlap = new Overlap(shared, Math.Max(a.Count, 1), Math.Max(b.Count, 1)) { Passages = passages.Length, Exchanged = exchanged };
        // Texts that are half the same are no two articles that quote one speech.
        return overlap.Resemblance >= SurelyNoQuote ? overlap : overlap with { Quoted = QuotedWords(passages, a, b) };
    }

    private static int QuotedWords(ReadOnlySpan<Passage> passages, AlignedText a, AlignedText b)
    {
        var quoted = 0;
        foreach (var passage in passages)
        {
            var inA = a.Quoted.Slice(passage.StartA, passage.WordsA).Count(true);
            var inB = b.Quoted.Slice(passage.StartB, passage.WordsB).Count(true);
            quoted += Math.Min(Math.Max(inA, inB), passage.Shared);
        }
        return quoted;
    }
}
