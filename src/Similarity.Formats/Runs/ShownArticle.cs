namespace Similarity.Formats;

/// <summary>What names an article to a person. Its texts are as hostile as the input: escape them for where they are shown.</summary>
public sealed record ShownArticle(string Id, string Outlet, string Title)
{
    /// <summary>Its address; empty where it has none.</summary>
    public string Url { get; init; } = "";

    /// <summary>The first bytes of its text; empty where these are its title.</summary>
    public string Lead { get; init; } = "";
}
