namespace Similarity.Storage.Tests;

/// <summary>Describes what a run and an index say of the same articles, in the same words.</summary>
internal static class Replay
{
    /// <summary>A line an article, in input order: its group, the canonical, and the match that it rests on.</summary>
    public static List<string> Of(IReadOnlyList<Article> articles, DeduplicationResult result)
    {
        var lines = new List<string>();
        for (var i = 0; i < articles.Count; i++)
        {
            var group = result.GroupOf(i);
            var match = group?.Members.FirstOrDefault(member => member.Article == i);
            lines.Add(Line(articles[i].Id, group?.Id, group is null ? null : articles[group.Canonical].Id, match is null ? null : new ArticleMatch(articles[match.Other].Id, match.Kind, match.Overlap, match.IsRemoval)));
        }
        return lines;
    }

    /// <summary>The same of an index that has them.</summary>
    public static List<string> Of(IReadOnlyList<Article> articles, ArticleIndex index) =>
        [.. articles.Select(article => index.VerdictOf(article.Id)!).Select(verdict => Line(verdict.Id, verdict.Group, verdict.Canonical, verdict.Match))];

    private static string Line(string id, string? group, string? canonical, ArticleMatch? match) => $"{id}: {group} {canonical} {match}";
}
