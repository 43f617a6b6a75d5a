using System.Globalization;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>Whoever reads sees an index as it was at one moment, whatever is written.</summary>
public sealed class ReadingTests
{
    private const int Added = 300;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Readers_ask_while_others_add_and_remove(bool isOnDisk)
    {
        using var scratch = new Scratch();
        var options = new ArticleIndexOptions { RecentTexts = 20 };
        using var index = isOnDisk ? ArticleIndex.Open(scratch["index"], options) : ArticleIndex.InMemory(options);
        using var stop = new CancellationTokenSource();
        var rounds = new int[3];
        Action<int>[] asks =
        [
            i =>
            {
                Ask(index, Make((i * 7) + 100_000));
                // One that may be there is known, or as good as new.
                var known = Make(i % Added);
                var verdict = index.Find(known);
                Assert.Equal(known.Id, verdict.Id);
                Assert.NotEqual(ArticleStanding.Rejected, verdict.Standing);
            },
            i => CheckGroup(index, $"{i % Added}"),
            i =>
            {
                CheckArticles([.. index.Articles().Select(entry => int.Parse(entry.Article.Id, CultureInfo.InvariantCulture))]);
                if (i % 4 == 0) Assert.Empty(index.Verify());
                var statistics = index.Statistics;
                Assert.Equal(statistics.Articles, statistics.Texts);
            },
        ];
        var readers = asks.Select((ask, reader) => Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested || i < 10; i++, rounds[reader]++) ask(i);
        })).ToArray();
        for (var i = 0; i < Added && !readers.Any(reader => reader.IsFaulted); i++)
        {
            _ = index.Add(Make(i));
            if (i % 5 == 4) Assert.True(index.Remove($"{i - 2}"));
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.All(rounds, count => Assert.InRange(count, 10, int.MaxValue));
        Assert.Equal(240, index.Statistics.Articles);
        Assert.Empty(index.Verify());
    }

    [Fact]
    public void What_is_enumerated_is_what_was_there_when_that_began()
    {
        using var scratch = new Scratch();
        using var index = ArticleIndex.Open(scratch["index"]);
        for (var i = 0; i < 10; i++) _ = index.Add(Make(i));
        using var articles = index.Articles().GetEnumerator();
        Assert.True(articles.MoveNext());
        Assert.True(index.Remove("5"));
        _ = index.Add(Make(10));
        index.Compact();
        var seen = new List<string> { articles.Current.Article.Id };
        while (articles.MoveNext()) seen.Add(articles.Current.Article.Id);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), seen);
        Assert.Equal(10, index.Articles().Count());
    }

    [Fact]
    public async Task Verifying_does_not_keep_others_from_adding()
    {
        using var store = new WaitingStore();
        using var index = ArticleIndex.Open(store, new ArticleIndexOptions());
        for (var i = 0; i < 10; i++) _ = index.Add(Make(i));
        store.Pause();
        var verifying = Task.Run(() => index.Verify());
        Assert.True(await store.HasScanned());
        Assert.Equal("10", (await Task.Run(() => index.Add(Make(10))).WaitAsync(TimeSpan.FromSeconds(60))).Id);
        Assert.False(verifying.IsCompleted);
        store.GoOn();
        Assert.Empty(await verifying);
    }

    private static Article Make(int i) => InventedArticles.Article($"{i}", InventedArticles.Edit(InventedArticles.Words(i % 20, 80), 15, i), Noon.AddMinutes(i), $"outlet {i % 9}");

    private static void Ask(ArticleIndex index, Article article)
    {
        var verdict = index.Find(article);
        Assert.NotEqual(ArticleStanding.Rejected, verdict.Standing);
        Assert.Equal(verdict.Standing == ArticleStanding.New, verdict.Group is null);
        if (verdict.Standing == ArticleStanding.Copy) Assert.False(string.IsNullOrEmpty(verdict.Match?.Other));
    }

    /// <summary>All of a group name the same canonical, and that, and what each was measured against, is there.</summary>
    private static void CheckGroup(ArticleIndex index, string id)
    {
        var group = index.GroupOf(id).ToDictionary(verdict => verdict.Id, StringComparer.Ordinal);
        if (group.Count == 0) return;
        Assert.Contains(id, group);
        if (group.Count == 1)
        {
            Assert.Equal(ArticleStanding.New, group[id].Standing);
            return;
        }
        var canonical = group[id].Canonical!;
        Assert.All(group.Values, verdict => Assert.Equal((canonical, group[canonical].Group), (verdict.Canonical, verdict.Group)));
        Assert.All(group.Values, verdict => Assert.Equal(verdict.Id == canonical, verdict.Standing == ArticleStanding.Canonical));
        Assert.All(group.Values, verdict => Assert.True(verdict.Match is null ? verdict.Id == canonical : group.ContainsKey(verdict.Match.Other)));
    }

    /// <summary>The articles are those between two writes: all up to the last, without those removed before.</summary>
    private static void CheckArticles(List<int> articles)
    {
        if (articles.Count == 0) return;
        var last = articles[^1];
        var there = Enumerable.Range(0, last + 1).Where(i => i % 5 != 2 || i + 2 >= last).ToList();
        // The removal that follows the last may be done or not.
        if (last % 5 == 4 && !articles.Contains(last - 2)) _ = there.Remove(last - 2);
        Assert.Equal(there, articles);
    }
}
