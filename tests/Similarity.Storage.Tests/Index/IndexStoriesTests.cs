using Similarity.Tests;

namespace Similarity.Storage.Tests;

public sealed class IndexStoriesTests
{
    [Fact]
    public void Compacted_the_stories_are_those_of_a_run()
    {
        var articles = Articles(160, seed: 1);
        using var index = ArticleIndex.InMemory(Options());
        _ = index.AddRange(articles, TestContext.Current.CancellationToken);
        index.Compact(TestContext.Current.CancellationToken);
        var run = StoryClustering.Run(articles, Options().Deduplication, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Partition(articles, i => run.StoryOf(i)?.Id ?? $"alone-{i}"), Partition(articles, i => index.VerdictOf(articles[i].Id)!.Story!));
        Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Whoever_knows_verdicts_and_events_knows_every_story_across_restarts_and_removals(int seed)
    {
        using var scratch = new Scratch();
        var articles = Articles(240, seed);
        var (storyOf, next, kinds) = (new Dictionary<string, string>(StringComparer.Ordinal), 0L, new HashSet<IndexEventKind>());
        foreach (var (number, some) in articles.Chunk(16).Index())
        {
            using var index = ArticleIndex.Open(scratch["index"], Options());
            foreach (var verdict in index.AddRange(some, TestContext.Current.CancellationToken))
            {
                Assert.NotNull(verdict.Story);
                storyOf[verdict.Id] = verdict.Story;
            }
            if (number % 3 == 2)
            {
                Assert.True(index.Remove(some[0].Id));
                _ = storyOf.Remove(some[0].Id);
            }
            if (number % 5 == 4) index.Compact(TestContext.Current.CancellationToken);
            foreach (var change in index.EventsAfter(next))
            {
                next = change.Number;
                _ = kinds.Add(change.Kind);
                // A verdict is younger than the events of its write.
                foreach (var id in storyOf.Keys.ToList())
                {
                    if (change.Kind == IndexEventKind.StoriesMerged && change.Others.Contains(storyOf[id], StringComparer.Ordinal)) storyOf[id] = change.Group!;
                    if (change.Kind == IndexEventKind.StorySplit && change.Moved.Contains(id, StringComparer.Ordinal)) storyOf[id] = change.Others[0];
                }
            }
            Assert.Equal(storyOf.OrderBy(article => article.Key, StringComparer.Ordinal), storyOf.Keys.Order(StringComparer.Ordinal).Select(id => KeyValuePair.Create(id, index.VerdictOf(id)!.Story!)));
            foreach (var story in storyOf.GroupBy(article => article.Value, article => article.Key, StringComparer.Ordinal))
            {
                Assert.Equal(story.Order(StringComparer.Ordinal), index.StoryOf(story.Key).Select(verdict => verdict.Id).Order(StringComparer.Ordinal));
            }
            Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
        }
        Assert.Contains(IndexEventKind.StorySplit, kinds);
    }

    [Fact]
    public void A_copy_is_in_the_story_of_what_it_copies_and_goes_on_alone()
    {
        var wire = InventedStories.Article("wire", 1, 1);
        using var index = ArticleIndex.InMemory(Options());
        var first = index.Add(wire);
        Assert.NotNull(first.Story);
        var copy = index.Add(wire with { Id = "copy", Outlet = "elsewhere", Published = wire.Published!.Value.AddHours(1) });
        Assert.Equal(ArticleStanding.Copy, copy.Standing);
        Assert.Equal(first.Story, copy.Story);
        Assert.Equal(["wire", "copy"], index.StoryOf(first.Story).Select(verdict => verdict.Id));
        Assert.True(index.Remove("wire"));
        Assert.Equal(first.Story, index.VerdictOf("copy")!.Story);
        Assert.Equal(first.Story, index.Find(wire with { Id = "asked" }).Story);
        Assert.True(index.Remove("copy"));
        Assert.Empty(index.StoryOf(first.Story));
        Assert.Null(index.Add(new Article("empty", " ")).Story);
        Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_is_too_old_stays_in_its_story_and_brings_nobody_to_it()
    {
        using var index = ArticleIndex.InMemory(Options() with { Stories = new OnlineStoryOptions { KeepDays = 10, RearrangeAfter = double.PositiveInfinity } });
        var first = index.Add(InventedStories.Article("first", 77, 9000, 0)).Story;
        Assert.NotNull(first);
        for (var i = 0; i < 200; i++) Assert.NotNull(index.Add(InventedStories.Article($"a{i}", i % 5, i, i / 4)).Story);
        Assert.Equal(first, index.VerdictOf("first")!.Story);
        var later = index.Add(InventedStories.Article("later", 77, 9001, 50));
        Assert.NotNull(later.Story);
        Assert.NotEqual(first, later.Story);
        var again = index.Add(InventedStories.Article("first", 77, 9000, 50) with { Id = "again" });
        Assert.Equal((ArticleStanding.Copy, first), (again.Standing, again.Story));
        Assert.Equal(["first", "again"], index.StoryOf(first).Select(verdict => verdict.Id));
        Assert.True(index.Remove("first"));
        Assert.True(index.Remove("again"));
        Assert.Empty(index.StoryOf(first));
        Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_stories_there_are_none()
    {
        using var index = ArticleIndex.InMemory(Options() with { Stories = null });
        Assert.Null(index.Add(InventedStories.Article("a", 1, 1)).Story);
        Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
    }

    private static ArticleIndexOptions Options() => new()
    {
        Deduplication = new DeduplicationOptions(),
        Stories = new OnlineStoryOptions { RearrangeAfter = double.PositiveInfinity },
    };

    /// <summary>Articles of events that are hard to tell apart, so that stories merge and split; some copies among them.</summary>
    private static List<Article> Articles(int count, int seed)
    {
        List<Article> articles = [.. Enumerable.Range(0, count).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)((seed * 1000) + i)) % 12), (seed * 1000) + i, i / 6, 22 + (i % 45)))];
        for (var i = 20; i < count; i += 17) articles[i] = articles[i - 11] with { Id = $"a{i}", Outlet = "copier", Published = articles[i].Published };
        return articles;
    }

    private static List<string> Partition(List<Article> articles, Func<int, string> storyOf) =>
        [.. Enumerable.Range(0, articles.Count).GroupBy(storyOf).Select(story => string.Join(' ', story.Order())).Order(StringComparer.Ordinal)];
}
