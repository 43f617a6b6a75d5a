using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>What an operator is told of an index.</summary>
public sealed class DescriptionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_counted_is_what_is_there()
    {
        using var scratch = new Scratch();
        using var index = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { EventsKept = 2 });
        var empty = index.Describe(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0, null, null, 0L), (empty.Groups, empty.Stories, empty.Published, empty.Added, empty.FirstEvent));
        var words = InventedArticles.Words(1, 90);
        // A group of two texts, a text that two articles have, one alone, and one without a date.
        _ = index.Add(InventedArticles.Article("a", words, Noon, "A"));
        _ = index.Add(InventedArticles.Article("a again", words[..85], Noon.AddHours(1), "B"));
        _ = index.Add(InventedArticles.Article("b", InventedArticles.Words(2, 90), Noon.AddDays(3), "A"));
        _ = index.Add(InventedArticles.Article("b again", InventedArticles.Words(2, 90), Noon.AddDays(4), "B"));
        _ = index.Add(InventedArticles.Article("c", InventedArticles.Words(3, 90), Noon.AddDays(-2), "C"));
        _ = index.Add(new Article("undated", string.Join(' ', InventedArticles.Words(4, 90))));
        for (var i = 0; i < 4; i++)
        {
            _ = index.Add(InventedArticles.Article("gone", InventedArticles.Words(9, 50)));
            Assert.True(index.Remove("gone"));
        }
        var there = index.Describe(TestContext.Current.CancellationToken);
        Assert.Equal((6, 5, 2), (there.Statistics.Articles, there.Statistics.Texts, there.Groups));
        Assert.Equal(new TimeRange(Noon.AddDays(-2), Noon.AddDays(4)), there.Published);
        Assert.True(there.Added!.Value.First <= there.Added.Value.Last);
        Assert.Equal((there.Statistics.LastEvent - 1, 4L), (there.FirstEvent, there.Statistics.LastEvent));
        var stories = index.Articles().Select(entry => index.VerdictOf(entry.Article.Id)!.Story).Distinct().Count();
        Assert.Equal(stories, there.Stories);
        Assert.Contains(KeyValuePair.Create("reprint", "0.5"), there.MadeWith);
        Assert.Contains(KeyValuePair.Create("story days", "30"), there.MadeWith);
    }

    [Fact]
    public void Bytes_are_told_by_kind_when_they_are_in_files()
    {
        using var scratch = new Scratch();
        using var index = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { RecentTexts = 50 });
        _ = index.AddRange([.. Enumerable.Range(0, 400).Select(i => InventedArticles.Article($"{i}", InventedArticles.Words(i, 300), Noon))], TestContext.Current.CancellationToken);
        index.Compact(TestContext.Current.CancellationToken);
        var bytes = index.Describe(TestContext.Current.CancellationToken).Bytes.ToDictionary();
        Assert.InRange(bytes["articles"], 100_000, 2_000_000);
        Assert.InRange(bytes["postings"], 50_000, 2_000_000);
        Assert.InRange(bytes.Values.Sum(), index.Statistics.StoreBytes * 0.7, index.Statistics.StoreBytes * 1.3);
    }

    [Fact]
    public void Whoever_writes_is_told_and_looking_does_not_keep_anybody_from_it()
    {
        using var scratch = new Scratch();
        Assert.Null(WriterLock.HolderIn(scratch["index"]));
        using (ArticleIndex.Open(scratch["index"])) Assert.Equal("this process", WriterLock.HolderIn(scratch["index"]));
        Assert.Null(WriterLock.HolderIn(scratch["index"]));
        ArticleIndex.Open(scratch["index"]).Dispose();
    }
}
