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

    [Theory]
    [InlineData(4, int.MaxValue)]
    [InlineData(5, 70)]
    public void What_is_asked_first_is_in_the_story_that_it_is_put_into(int seed, int mostTexts)
    {
        using var scratch = new Scratch();
        var options = Options() with { Stories = new OnlineStoryOptions { KeepDays = 15, MostTexts = mostTexts, RearrangeAfter = double.PositiveInfinity } };
        var (begun, joined) = (0, 0);
        foreach (var (number, some) in Articles(240, seed).Chunk(60).Index())
        {
            using var index = ArticleIndex.Open(scratch["index"], options);
            foreach (var article in some)
            {
                var asked = index.Find(article);
                var added = index.Add(article);
                Assert.Equal(added, asked);
                if (index.StoryOf(added.Story!).Count() > 1) joined++;
                else begun++;
            }
            if (number == 1) index.Compact(TestContext.Current.CancellationToken);
            Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
        }
        Assert.InRange(begun, 10, 230);
        Assert.InRange(joined, 10, 230);
    }

    [Fact]
    public void Asking_changes_neither_the_store_nor_what_is_decided_later()
    {
        using var store = new MemoryIndexStore();
        using var index = ArticleIndex.Open(store, Options());
        using var unasked = ArticleIndex.InMemory(Options());
        var articles = Articles(120, seed: 6);
        foreach (var article in articles)
        {
            var before = Bytes(store);
            foreach (var other in articles.Where((_, i) => i % 40 == 0)) _ = index.Find(other with { Id = $"asked-{other.Id}" });
            Assert.Equal(before, Bytes(store));
            Assert.Equal(unasked.Add(article), index.Add(article));
        }
        Assert.Equal(unasked.EventsAfter(0).Select(Told), index.EventsAfter(0).Select(Told));

        static string Told(IndexEvent change) => $"{change.Kind} {change.Group} {string.Join(' ', change.Others)} {string.Join(' ', change.Moved)}";

        static byte[] Bytes(MemoryIndexStore store) => System.Security.Cryptography.SHA256.HashData([.. store.Scan([], [0xFF, 0xFF, 0xFF, 0xFF]).SelectMany(entry => entry.Key.Concat(entry.Value))]);
    }

    [Fact]
    public async Task Many_ask_for_stories_while_articles_are_added()
    {
        var articles = Articles(150, seed: 7);
        using var index = ArticleIndex.InMemory(Options());
        using var unasked = ArticleIndex.InMemory(Options());
        using var stop = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 2).Select(reader => Task.Run(() =>
        {
            for (var i = reader; !stop.IsCancellationRequested || i < 20; i++) Assert.NotNull(index.Find(articles[i % articles.Count] with { Id = $"asked-{i}" }).Story);
        })).ToArray();
        foreach (var article in articles) Assert.Equal(unasked.Add(article), index.Add(article));
        await stop.CancelAsync();
        await Task.WhenAll(asking);
    }

    [Fact]
    public void An_index_that_is_only_read_tells_the_story_that_whoever_writes_next_would()
    {
        using var scratch = new Scratch();
        var articles = Articles(120, seed: 8);
        using (var index = ArticleIndex.Open(scratch["index"], Options())) _ = index.AddRange(articles[..90], TestContext.Current.CancellationToken);
        foreach (var article in articles[90..])
        {
            Verdict asked;
            using (var read = ArticleIndex.Open(scratch["index"], Options() with { Deduplication = null, IsReadOnly = true })) asked = read.Find(article);
            using var index = ArticleIndex.Open(scratch["index"], Options());
            Assert.Equal(index.Add(article), asked);
        }
    }

    [Theory]
    [InlineData("ecbplus-topics-01-22")]
    [InlineData("giveme5w1h")]
    [InlineData("gun-violence-dev")]
    public void Labelled_news_is_put_where_it_was_said_to_be(string set)
    {
        var path = SharedData.Require($"stories/{set}.jsonl");
        using var index = ArticleIndex.InMemory(Options() with { Stories = new OnlineStoryOptions { MostTexts = 300, RearrangeAfter = double.PositiveInfinity } });
        foreach (var line in File.ReadLines(path))
        {
            var record = System.Text.Json.Nodes.JsonNode.Parse(line)!;
            var article = new Article($"{record["id"]}", $"{record["body"]}") { Title = (string?)record["title"], Outlet = (string?)record["outlet"], Published = DateTimeOffset.TryParse((string?)record["published"], System.Globalization.CultureInfo.InvariantCulture, out var published) ? published : null };
            var asked = index.Find(article);
            Assert.Equal(index.Add(article), asked);
        }
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
