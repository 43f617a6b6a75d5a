using Similarity.Tests;

namespace Similarity.Storage.Tests;

public sealed class RelearnTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_index_that_learns_furniture_from_what_it_holds_says_what_a_run_says()
    {
        using var scratch = new Scratch();
        var notice = string.Join(' ', InventedArticles.Words(900, 40)) + ".";
        Article[] articles = [.. Enumerable.Range(0, 40).Select(i => new Article(
            $"{i}", $"{string.Join(' ', InventedArticles.Edit(InventedArticles.Words(i / 3, 50), 25, i))}.\n{(i % 2 == 0 ? notice : "")}") { Outlet = $"outlet {i % 2}", Published = Noon.AddDays(i) })];
        var expected = Replay.Of(articles, Deduplication.Run(articles));
        using (var index = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { RecentTexts = 10 }))
        {
            _ = index.AddRange(articles);
            Assert.NotEqual(expected, Replay.Of(articles, index));
            Assert.True(index.Relearn());
            Assert.Equal(expected, Replay.Of(articles, index));
            Assert.Empty(index.Verify());
            Assert.Equal(IndexEventKind.Relearned, index.EventsAfter(0).Last().Kind);
            Assert.False(index.Relearn());
            Assert.False(index.Add(new Article("late", $"{string.Join(' ', InventedArticles.Words(50, 50))}.\n{notice}") { Outlet = "outlet 0", Published = Noon.AddDays(50) }).Match is not null);
            Assert.True(index.Remove("late"));
        }
        using (var index = ArticleIndex.Open(scratch["index"]))
        {
            Assert.Equal(expected, Replay.Of(articles, index));
            Assert.NotEmpty(index.Deduplication.Features.Furniture.Known.Lines);
            index.Compact();
            Assert.Empty(index.Verify());
        }
    }
}
