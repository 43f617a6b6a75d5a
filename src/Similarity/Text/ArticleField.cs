namespace Similarity;

/// <summary>The textual fields of an article.</summary>
public enum ArticleField
{
    /// <summary>The caller's identifier.</summary>
    Id,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>The text.</summary>
    Body,

    /// <summary>Where it was published.</summary>
    Url,

    /// <summary>BCP 47 tag of the language.</summary>
    Language,

    /// <summary>How many fields there are; not a field.</summary>
    Count,
}
