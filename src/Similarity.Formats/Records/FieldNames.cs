namespace Similarity.Formats;

/// <summary>
/// The names under which the fields of an article are found in records, best first. Names compare without case.
/// The first name whose value can be used and is not empty wins.
/// </summary>
public sealed record FieldNames
{
    /// <summary>The names people use.</summary>
    public static FieldNames Default { get; } = new();

    /// <summary>Names of the identifier.</summary>
    public IReadOnlyList<string> Id { get; init; } = ["id", "guid", "url"];

    /// <summary>Names of the outlet.</summary>
    public IReadOnlyList<string> Outlet { get; init; } = ["outlet", "source", "publisher", "site", "domain"];

    /// <summary>Names of the headline.</summary>
    public IReadOnlyList<string> Title { get; init; } = ["title", "headline"];

    /// <summary>Names of the text.</summary>
    public IReadOnlyList<string> Body { get; init; } = ["body", "text", "content", "maintext"];

    /// <summary>Names of the time of publication.</summary>
    public IReadOnlyList<string> Published { get; init; } = ["published", "published_at", "date", "pubDate"];

    /// <summary>Names of the address.</summary>
    public IReadOnlyList<string> Url { get; init; } = ["url", "link"];

    /// <summary>Names of the language.</summary>
    public IReadOnlyList<string> Language { get; init; } = ["language", "lang"];

    /// <summary>
    /// Whether a record without any of the <see cref="Body"/> names is rejected, even where it has a title: right where
    /// somebody has said what the field is called, and a typing error would have headlines compared instead.
    /// </summary>
    public bool BodyIsRequired { get; init; }
}
