namespace Similarity.Storage;

/// <summary>How an article stands to the others of an index.</summary>
public enum ArticleStanding
{
    /// <summary>It shares its text with no other.</summary>
    New,

    /// <summary>It is a copy of another that is kept in its place.</summary>
    Copy,

    /// <summary>It shares text with others and has text of its own: it stays.</summary>
    Related,

    /// <summary>It stands for others that share its text: they came earlier, and it is preferred to them.</summary>
    Canonical,

    /// <summary>It was not added; the verdict says why.</summary>
    Rejected,
}
