namespace Similarity.Tests;

/// <summary>Articles of invented words about invented events: each has words of its event, words of its own, and words that all share.</summary>
internal static class InventedStories
{
    private static readonly string[] Common = InventedArticles.Words(-1, 400);

    /// <summary>An article of an event.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="story">The event.</param>
    /// <param name="seed">What tells it from others of the event.</param>
    /// <param name="day">Days after the first of January 2026; <see langword="null"/> for no date.</param>
    /// <param name="shared">How many of its words are of the event.</param>
    public static Article Article(string id, int story, int seed, int? day = 0, int shared = 70)
    {
        var ofStory = InventedArticles.Words(1000 + story, 60);
        var own = InventedArticles.Words(100_000 + seed, 40);
        var words = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var bits = Mixing.Avalanche((ulong)((seed * 1000L) + i));
            words.Add((int)(bits % 120) < shared ? ofStory[(int)((bits >> 8) % 60)] : bits % 3 == 0 ? own[(int)((bits >> 8) % 40)] : Common[(int)((bits >> 8) % 400)]);
        }
        return InventedArticles.Article(id, words, day is { } known ? new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(known) : null, $"outlet-{seed % 17}");
    }

    /// <summary>Some articles of each of some events, mixed.</summary>
    public static List<(Article Article, int Story)> Stories(int stories, int each) =>
        [.. Enumerable.Range(0, stories * each).Select(i => (Article($"a{i}", i % stories, i, i % 5), i % stories))];
}
