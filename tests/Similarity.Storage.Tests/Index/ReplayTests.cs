using CsCheck;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>An index that was given articles one after the other says what a run says of all of them at once.</summary>
public sealed class ReplayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Articles_in_order_of_time_are_grouped_as_a_run_groups_them() => InventedStream.Any.Sample(SameAsRun, iter: 100);

    [Fact]
    public void Excerpts_meet_through_the_whole_and_a_preferred_text_becomes_the_canonical()
    {
        var wire = InventedArticles.Words(1, 300);
        SameAsRun(
        [
            InventedArticles.Article("first", wire[..100], Noon, "A"),
            InventedArticles.Article("last", wire[200..], Noon.AddHours(1), "B"),
            InventedArticles.Article("whole", wire, Noon.AddHours(2), "C"),
            InventedArticles.Article("again", wire, Noon.AddHours(3), "D"),
            InventedArticles.Article("update", [.. InventedArticles.Edit(wire, 90, 5), .. InventedArticles.Words(2, 30)], Noon.AddHours(4), "C"),
            InventedArticles.Article("headline", ["short", "text"], Noon.AddHours(5), "E"),
            InventedArticles.Article("empty", [], Noon.AddHours(6), "E"),
        ]);
    }

    [Fact]
    public void Pages_of_a_series_cease_to_be_candidates_when_the_third_day_shows_them()
    {
        var form = InventedArticles.Words(1, 200);
        SameAsRun([.. Enumerable.Range(0, 6).Select(i => InventedArticles.Article($"s{i}", InventedArticles.Edit(form, 90, 100 + i), Noon.AddDays(i), "Series"))]);
    }

    [Fact]
    public void An_index_on_disk_that_is_closed_and_opened_between_articles_says_the_same() =>
        InventedStream.Any.Sample(
            articles =>
            {
                using var scratch = new Scratch();
                var options = new DeduplicationOptions().Knowing(Deduplication.LearnFurniture(articles));
                foreach (var some in articles.Chunk(7))
                {
                    // Segments of a few texts, so that they are sealed and merged all the time.
                    using var index = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { Deduplication = options, RecentTexts = 3 });
                    foreach (var verdict in index.AddRange(some)) Assert.NotEqual(ArticleStanding.Rejected, verdict.Standing);
                }
                using var opened = ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { IsReadOnly = true });
                Assert.Empty(opened.Verify());
                Assert.Equal(Replay.Of(articles, Deduplication.Run(articles, options)), Replay.Of(articles, opened));
            },
            iter: 10,
            threads: 1);

    [Fact]
    public void What_is_found_without_adding_is_what_adding_says() =>
        InventedStream.Any.Sample(
            articles =>
            {
                using var index = ArticleIndex.InMemory();
                foreach (var article in articles)
                {
                    var found = index.Find(article);
                    // What is only asked about is in no story, unless it is a copy.
                    Assert.Equal(found with { Story = null }, index.Add(article) with { Story = null });
                }
                Assert.Empty(index.Verify());
            },
            iter: 30);

    /// <summary>Replays articles, which must be in order of time, and compares everything.</summary>
    private static void SameAsRun(Article[] articles)
    {
        var options = new DeduplicationOptions().Knowing(Deduplication.LearnFurniture(articles));
        var expected = Replay.Of(articles, Deduplication.Run(articles, options));
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = options });
        foreach (var article in articles) Assert.NotEqual(ArticleStanding.Rejected, index.Add(article).Standing);
        Assert.Equal(expected, Replay.Of(articles, index));
        Assert.Empty(index.Verify());
    }
}
