namespace Similarity;

/// <summary>
/// One text as one outlet published it. Everything but <see cref="Id"/> may be missing: news is like that.
/// </summary>
/// <param name="Id">The caller's identifier, unique within a run.</param>
/// <param name="Body">The text of the article, paragraphs separated by line breaks.</param>
public sealed record Article(string Id, string? Body)
{
    /// <summary>Who published it: a domain or a name. Articles of one outlet share furniture.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published; evidence, never a wall, because dates lie.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>BCP 47 tag of the language, such as <c>en</c>.</summary>
    public string? Language { get; init; }
}
