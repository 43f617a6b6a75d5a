using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>Events of a directory, beside the process that writes to it.</summary>
public sealed class EventFeedTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_feed_tells_what_the_index_tells_while_that_is_open()
    {
        using var index = ArticleIndex.Open(_scratch["index"]);
        var feed = new EventFeed(_scratch["index"]);
        Assert.Empty(feed.After(0));
        Fill(index, 6);
        for (var known = 0; known <= 6; known++) Assert.Equal(index.EventsAfter(known).Select(Describe), feed.After(known).Select(Describe));
        Assert.Equal(6, feed.After(0).Count());
    }

    [Fact]
    public void What_has_been_forgotten_is_missing_and_what_has_not_happened_is_an_error()
    {
        using var index = ArticleIndex.Open(_scratch["index"], new ArticleIndexOptions { EventsKept = 2 });
        Fill(index, 6);
        var feed = new EventFeed(_scratch["index"]);
        Assert.Equal([5, 6], feed.After(1).Select(change => change.Number));
        Assert.Contains("is 6, and 7 was known", Assert.Throws<IOException>(() => feed.After(7).Count()).Message, StringComparison.Ordinal);
        Assert.Contains("There is no index in", Assert.Throws<IOException>(() => new EventFeed(_scratch["nothing"]).After(0).Count()).Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => feed.After(-1));
    }

    [Fact]
    public async Task Whoever_follows_is_told_what_happens_later_and_ends_when_that_is_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var index = ArticleIndex.Open(_scratch["index"]);
        Fill(index, 2);
        var seen = new List<long>();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var change in new EventFeed(_scratch["index"]).FollowAsync(1, Interval, TimeProvider.System, stop.Token))
            {
                seen.Add(change.Number);
                if (change.Number == 2) Fill(index, 2);
                if (change.Number == 4)
                {
                    // Another process goes on where this one ends.
                    index.Dispose();
                    index = ArticleIndex.Open(_scratch["index"]);
                    Fill(index, 1);
                }
                if (change.Number == 5) await stop.CancelAsync();
            }
        });
        Assert.Equal([2, 3, 4, 5], seen);
        index.Dispose();
    }

    /// <summary>Adds and removes articles: an event each.</summary>
    private static void Fill(ArticleIndex index, int events)
    {
        for (var i = 0; i < events; i++)
        {
            _ = index.Add(InventedArticles.Article($"{i}", InventedArticles.Words(i, 60), Noon));
            Assert.True(index.Remove($"{i}"));
        }
    }

    private static string Describe(IndexEvent change) => $"{change.Number} {change.Kind} {change.Group} {change.Article} {string.Join(' ', change.Others)} {string.Join(' ', change.Moved)}";
}
