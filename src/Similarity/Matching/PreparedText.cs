namespace Similarity;

/// <summary>A text made ready to be measured against others: an article by its words, a brief text by its shingles.</summary>
/// <remarks>Not thread-safe. Filled again for each text, so that verification does not allocate.</remarks>
internal sealed class PreparedText
{
    private readonly AlignedText _words = new();
    private readonly ShingleSet _shingles = new();

    /// <summary>How the text is compared.</summary>
    public TextForm Form { get; private set; }

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
    public Overlap OverlapWith(PreparedText other, PassageAligner aligner)
    {
        if (Form != other.Form) return new Overlap(0, 1, 1);
        return Form == TextForm.Brief
            ? new Overlap(_shingles.SharedWith(other._shingles), _shingles.Count, other._shingles.Count)
            : Overlap.Of(PassagesWith(other, aligner), _words.Count, other._words.Count);
    }

    /// <summary>The passages shared with another text, of which this one is A. Valid until the aligner's next call.</summary>
    public ReadOnlySpan<Passage> PassagesWith(PreparedText other, PassageAligner aligner) => aligner.Align(_words, other._words);
}
