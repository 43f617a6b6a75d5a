using CsCheck;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>What is removed, replaced or expired is gone, and what is left stands as if it had never been.</summary>
public sealed class RemovalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeduplicationOptions Options = new() { Features = new FeatureOptions { Furniture = new FurnitureOptions { Learn = false } } };

    [Fact]
    public void What_is_left_stands_as_if_the_removed_had_never_been() =>
        Gen.Select(InventedStream.Any, Gen.Int[0, 1 << 20]).Sample(
            (articles, chosen) =>
            {
                using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = Options, RecentTexts = 5 });
                _ = index.AddRange(articles);
                var left = new List<Article>();
                foreach (var (i, article) in articles.Index())
                {
                    if ((chosen >> (i % 20) & 1) == 0) left.Add(article);
                    else Assert.True(index.Remove(article.Id));
                }
                Assert.Empty(index.Verify());
                Assert.Equal(Replay.Of(left, Deduplication.Run(left, Options)), Replay.Of(left, index));
                index.Compact();
                Assert.Empty(index.Verify());
                Assert.Equal(left.Count, index.Statistics.Articles);
            },
            iter: 40);

    [Fact]
    public void An_article_with_another_text_is_rejected_and_an_update_takes_its_place()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = Options });
        var (first, second) = (InventedArticles.Words(1, 100), InventedArticles.Words(2, 100));
        _ = index.Add(InventedArticles.Article("a", first, Noon, "A"));
        _ = index.Add(InventedArticles.Article("b", second, Noon.AddHours(1), "B"));
        var again = InventedArticles.Article("a", [.. second, "more"], Noon.AddHours(2), "A");
        var rejected = index.Add(again);
        Assert.Equal(ArticleStanding.Rejected, rejected.Standing);
        Assert.Contains("another text", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal("b", index.Update(again).Canonical);
        Assert.Equal([.. second, "more"], index.Get("a")!.Article.Body!.Split(' '));
        Assert.Equal(2, index.Statistics.Articles);
        Assert.Empty(index.Verify());
    }

    [Fact]
    public void The_same_article_again_is_known_and_not_added()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = Options });
        var article = InventedArticles.Article("a", InventedArticles.Words(1, 100), Noon, "A");
        Assert.False(index.Add(article).IsKnown);
        Assert.True(index.Add(article).IsKnown);
        Assert.True(index.Find(article).IsKnown);
        Assert.True(index.Update(article).IsKnown);
        Assert.Equal(1, index.Statistics.Articles);
        Assert.False(index.Remove("b"));
    }

    [Fact]
    public void Of_identical_texts_another_stands_for_them_when_the_first_is_gone()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = Options });
        var words = InventedArticles.Words(1, 100);
        Article[] articles = [.. Enumerable.Range(0, 3).Select(i => InventedArticles.Article($"{i}", words, Noon.AddHours(i), $"{i}"))];
        _ = index.AddRange(articles);
        Assert.Equal(["0", "0", "0"], articles.Select(article => index.VerdictOf(article.Id)!.Canonical));
        Assert.True(index.Remove("0"));
        Assert.Equal(["1", "1"], articles[1..].Select(article => index.VerdictOf(article.Id)!.Canonical));
        Assert.Empty(index.Verify());
        Assert.True(index.Remove("1"));
        Assert.Equal(ArticleStanding.New, index.VerdictOf("2")!.Standing);
        Assert.Empty(index.Verify());
        Assert.True(index.Remove("2"));
        Assert.Equal((0, 0), (index.Statistics.Articles, index.Statistics.Texts));
        Assert.Empty(index.Verify());
    }

    [Fact]
    public void Expired_articles_go_and_the_index_does_not_grow()
    {
        using var scratch = new Scratch();
        var clock = new SteppedClock(Noon);
        using var index = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { Deduplication = Options, Clock = clock, KeepFor = TimeSpan.FromHours(24), RecentTexts = 16 });
        for (var i = 0; i < 600; i++)
        {
            clock.Now = Noon.AddMinutes(i * 20);
            _ = index.Add(InventedArticles.Article($"{i}", [.. InventedArticles.Edit(InventedArticles.Words(i / 40, 100), 20, i), .. InventedArticles.Words(1000 + i, i % 3 * 30)], clock.Now, $"outlet {i % 7}"));
            Assert.InRange(index.Statistics.Articles, 1, (24 * 3) + 4);
        }
        Assert.Null(index.Get("0"));
        Assert.NotNull(index.Get("599"));
        Assert.Equal(ArticleStanding.New, index.Find(InventedArticles.Article("z", InventedArticles.Words(1, 100))).Standing);
        Assert.Empty(index.Verify());
        index.Compact();
        Assert.Empty(index.Verify());
        Assert.InRange(index.Statistics.Segments, 0, 16);
    }
}
