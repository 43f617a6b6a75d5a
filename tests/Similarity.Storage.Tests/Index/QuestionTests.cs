using CsCheck;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>A question is answered as the article would be judged, and changes nothing.</summary>
public sealed class QuestionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(KeepOrder.Earliest)]
    [InlineData(KeepOrder.Longest)]
    [InlineData(KeepOrder.First)]
    [InlineData(KeepOrder.Outlets)]
    public void What_is_asked_first_is_judged_alike_when_it_is_added(KeepOrder keep) => InventedStream.Any.Sample(
        articles =>
        {
            // An add after which all stories are arranged anew tells what became of them then.
            var options = new ArticleIndexOptions { RecentTexts = 5, Stories = new OnlineStoryOptions { RearrangeAfter = double.PositiveInfinity }, Deduplication = new DeduplicationOptions { Keep = keep, PreferredOutlets = keep == KeepOrder.Outlets ? ["Outlet 2", "outlet 1"] : [] } };
            using var index = ArticleIndex.InMemory(options);
            using var unasked = ArticleIndex.InMemory(options);
            // Some come again, changed and unchanged.
            Article[] stream = [.. articles, .. articles.Take(5), .. articles.Take(5).Select((article, i) => article with { Body = articles[^(1 + i % articles.Length)].Body }), new Article(new string('x', 2000), "too long a name")];
            foreach (var article in stream)
            {
                var asked = index.Find(article);
                Assert.Equal(asked, index.Find(article));
                var added = index.Add(article);
                Assert.Equal(asked, added);
                Assert.Equal(unasked.Add(article), added);
            }
            Assert.Empty(index.Verify());
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void A_preferred_outlet_is_preferred_before_anything_of_it_is_there()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = new DeduplicationOptions { Keep = KeepOrder.Outlets, PreferredOutlets = ["Wire"] } });
        _ = index.Add(InventedArticles.Article("post", InventedArticles.Words(1, 100), Noon, "Post"));
        var wire = InventedArticles.Article("wire", InventedArticles.Words(1, 98), Noon.AddHours(1), "wire");
        Assert.Equal(("wire", ArticleStanding.Canonical), (index.Find(wire).Canonical, index.Find(wire).Standing));
        Assert.Equal("post", index.Find(wire with { Outlet = "Other" }).Canonical);
        Assert.Equal(1, index.Statistics.Articles);
        Assert.Equal("wire", index.Add(wire).Canonical);
    }
}
