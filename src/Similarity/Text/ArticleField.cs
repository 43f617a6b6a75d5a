namespace Similarity;

/// <summary>The fields of an article.</summary>
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

    /// <summary>When it was published, as text; <see cref="ArticleBuffer.PublishedTicks"/> is what stages use.</summary>
    Published,
}
