namespace Similarity;

/// <summary>What a run keeps of an article beside its text: some eighty bytes, and the features in an arena.</summary>
internal struct ArticleRow
{
    /// <summary>128-bit hash of the words in order: equal for identical texts.</summary>
    public UInt128 Content;

    /// <summary>UTC ticks of publication; <see cref="long.MaxValue"/> where unknown, so that the undated come last.</summary>
    public long Published;

    /// <summary>Handle of the fingerprints; in a batch, of the band keys, which the fingerprints follow.</summary>
    public long Features;

    /// <summary>How many distinct fingerprints there are.</summary>
    public int Fingerprints;

    /// <summary>Words of the compared text.</summary>
    public int Words;

    /// <summary>Number of the outlet in the table's list; −1 where unknown.</summary>
    public int Outlet;

    /// <summary>Handle of the identifier's UTF-8.</summary>
    public long Id;

    public int IdLength;

    /// <summary>How many parts of the body were left out as furniture.</summary>
    public int FurnitureSpans;

    /// <summary>Handle of those.</summary>
    public long Furniture;

    public TextForm Form;

    /// <summary>The record had no identifier; it was derived from the content.</summary>
    public bool IdDerived;
}
