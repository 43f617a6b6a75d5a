namespace Similarity.Formats;

/// <summary>What names an article to a person. Its texts are as hostile as the input: escape them for where they are shown.</summary>
public sealed record ShownArticle(string Id, string Outlet, string Title);
