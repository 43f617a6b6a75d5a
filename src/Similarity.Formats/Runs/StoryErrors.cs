namespace Similarity.Formats;

/// <summary>
/// Finds where stories and labels differ most: for each two labels that share a story, and each two stories that share a label, the closest pair of
/// their articles.
/// </summary>
internal static class StoryErrors
{
    /// <summary>Articles of either side that are compared.</summary>
    private const int MostCompared = 12;

    public static List<StoryError> Find(StoryResult stories, int[] articles, string[] truth, ArticleShowing showing, int most)
    {
        var found = articles.Select(article => stories.StoryOf(article)?.Id ?? $"alone-{article}").ToArray();
        return
        [
            .. Mixed(found, truth).Take(most).Select(pair => Error(isFalseJoin: true, pair.A, pair.B)),
            .. Mixed(truth, found).Take(most).Select(pair => Error(isFalseJoin: false, pair.A, pair.B)),
        ];

        StoryError Error(bool isFalseJoin, int[] a, int[] b)
        {
            var (x, y, evidence) = Closest(stories, articles, a, b);
            return new StoryError(isFalseJoin, (long)a.Length * b.Length, truth[x], Show(x), truth[y], Show(y), evidence);
        }

        ShownArticle Show(int place) => showing.Show(articles[place], stories.Articles.IdOf(articles[place]));
    }

    /// <summary>For each cluster of one kind any two clusters of the other kind that have articles in it, most pairs first.</summary>
    private static IEnumerable<(int[] A, int[] B)> Mixed(string[] outer, string[] inner) => outer
        .Select((name, place) => (name, place))
        .GroupBy(article => article.name, article => article.place, StringComparer.Ordinal)
        .SelectMany(cluster =>
        {
            var parts = cluster.GroupBy(place => inner[place], StringComparer.Ordinal).Select(part => part.ToArray()).OrderByDescending(part => part.Length).ThenBy(part => part[0]).Take(5).ToList();
            return parts.SelectMany((a, i) => parts.Skip(i + 1).Select(b => (a, b)));
        })
        .OrderByDescending(pair => (long)pair.a.Length * pair.b.Length)
        .ThenBy(pair => pair.a[0])
        .ThenBy(pair => pair.b[0]);

    private static (int A, int B, StoryEvidence? Evidence) Closest(StoryResult stories, int[] articles, int[] a, int[] b)
    {
        var best = (A: a[0], B: b[0], Evidence: stories.EvidenceBetween(articles[a[0]], articles[b[0]]));
        foreach (var x in a.Take(MostCompared))
        {
            foreach (var y in b.Take(MostCompared))
            {
                if (stories.EvidenceBetween(articles[x], articles[y]) is { } evidence && evidence.Closeness > (best.Evidence?.Closeness ?? double.NegativeInfinity)) best = (x, y, evidence);
            }
        }
        return best;
    }
}
