namespace Similarity.Tests;

public sealed class OnlineStoriesTests
{
    [Fact]
    public void Articles_of_one_event_are_one_story_as_they_arrive()
    {
        var online = new OnlineStories();
        foreach (var (article, _) in InventedStories.Stories(12, 8)) _ = online.Add(article);
        var made = InventedStories.Stories(12, 8);
        var agreement = ClusteringAgreement.Of([.. made.Select(article => article.Story)], [.. made.Select(article => online.StoryOf(article.Article.Id)!)]);
        Assert.Equal(1, agreement.BCubedF1, 6);
        Assert.Equal(12, online.Stories);
        Assert.Equal(96, online.Count);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(60)]
    public void Arranged_anew_the_stories_are_those_of_a_run(int shared)
    {
        List<Article> articles = [.. Enumerable.Range(0, 150).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)i) % 11), i, i / 4, shared))];
        var online = new OnlineStories();
        foreach (var article in articles) _ = online.Add(article);
        online.Arrange(TestContext.Current.CancellationToken);
        var run = StoryClustering.Run(articles, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Partition(articles, i => run.StoryOf(i)?.Id ?? $"alone-{i}"), Partition(articles, i => online.StoryOf(articles[i].Id)!));
    }

    [Theory]
    [InlineData(1, 0.25, int.MaxValue)]
    [InlineData(2, 2, int.MaxValue)]
    [InlineData(3, 0.25, 60)]
    [InlineData(4, 1000, int.MaxValue)]
    public void Whoever_applies_the_changes_knows_every_story(int seed, double rearrangeAfter, int mostTexts)
    {
        var online = new OnlineStories(new OnlineStoryOptions { RearrangeAfter = rearrangeAfter, MostTexts = mostTexts });
        var ledger = new Ledger();
        var added = new List<string>();
        for (var i = 0; i < 220; i++)
        {
            var bits = Mixing.Avalanche((ulong)((seed * 1000) + i));
            var earlier = added.Where(id => online.StoryOf(id) is not null).ToList();
            var other = earlier.Count == 0 ? null : earlier[(int)((bits >> 20) % (ulong)earlier.Count)];
            var article = InventedStories.Article($"a{i}", (int)(bits % 9), i, i / 6, 20 + (int)((bits >> 8) % 60));
            var placed = (bits % 11) switch
            {
                0 => online.Add(article, copyOf: other),
                1 => online.Add(article, groupedWith: other),
                _ => online.Add(article),
            };
            added.Add(article.Id);
            Assert.Equal(placed.Story, online.StoryOf(article.Id));
            if (bits % 13 == 0 && other is not null) Assert.True(online.Remove(other));
            ledger.Apply(online.TakeChanges());
            Assert.All(added, id => Assert.Equal(online.StoryOf(id), ledger.StoryOf(id)));
            Assert.Equal(online.Stories, ledger.Stories);
            Assert.Equal(online.Count, ledger.Count);
            Assert.True(online.Count <= mostTexts * 1.2);
        }
        Assert.True(ledger.Kinds.Contains(StoryChangeKind.Split) || ledger.Kinds.Contains(StoryChangeKind.Merged));
    }

    [Fact]
    public void Two_stories_that_turn_out_to_be_one_are_merged_and_that_is_told()
    {
        var ledger = new Ledger();
        for (var seed = 0; seed < 20 && !ledger.Kinds.Contains(StoryChangeKind.Merged); seed++)
        {
            var online = new OnlineStories(new OnlineStoryOptions { RearrangeAfter = 1000 });
            ledger = new Ledger();
            // Other news, without which one event would be the surroundings of itself.
            for (var i = 0; i < 60; i++) _ = online.Add(InventedStories.Article($"b{i}", 100 + (i % 20), 50_000 + i));
            ledger.Apply(online.TakeChanges());
            for (var i = 0; i < 40; i++)
            {
                _ = online.Add(InventedStories.Article($"a{i}", 3, (seed * 100) + i, i / 4, 14 + i));
                ledger.Apply(online.TakeChanges());
            }
            Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(online.StoryOf($"a{i}"), ledger.StoryOf($"a{i}")));
        }
        Assert.Contains(StoryChangeKind.Merged, ledger.Kinds);
    }

    [Fact]
    public void Neither_threads_nor_what_is_asked_between_change_the_stories()
    {
        Assert.Equal(Changes(1, asks: false), Changes(2, asks: true));

        static List<string> Changes(int threads, bool asks)
        {
            var online = new OnlineStories(new OnlineStoryOptions { Stories = new StoryOptions { Threads = threads } });
            for (var i = 0; i < 150; i++)
            {
                _ = online.Add(InventedStories.Article($"a{i}", i % 13, i, i / 9, 25 + (i % 40)));
                if (asks) _ = online.StoryOf("a0");
            }
            return [.. online.TakeChanges().Select(change => $"{change.Sequence} {change.Kind} {change.Story} {change.Other} {string.Join(',', change.Articles)}")];
        }
    }

    [Fact]
    public void What_is_too_old_leaves_and_a_wrong_date_makes_nothing_leave()
    {
        var online = new OnlineStories(new OnlineStoryOptions { KeepDays = 10 });
        var ledger = new Ledger();
        for (var i = 0; i < 300; i++)
        {
            var day = i == 250 ? 2_000_000 : i / 6;
            _ = online.Add(InventedStories.Article($"a{i}", i % 5, i, day));
            ledger.Apply(online.TakeChanges());
        }
        online.Arrange(TestContext.Current.CancellationToken);
        ledger.Apply(online.TakeChanges());
        Assert.Contains(StoryChangeKind.Left, ledger.Kinds);
        Assert.Null(online.StoryOf("a0"));
        Assert.NotNull(online.StoryOf("a250"));
        Assert.NotNull(online.StoryOf("a299"));
        Assert.InRange(online.Count, 60, 220);
        Assert.Equal(online.Count, ledger.Count);
        _ = online.Add(InventedStories.Article("a0", 0, 0, 50));
        Assert.NotNull(online.StoryOf("a0"));
    }

    [Fact]
    public void Nobody_joins_a_story_by_a_text_that_is_too_old()
    {
        var online = new OnlineStories(new OnlineStoryOptions { KeepDays = 30 });
        var first = online.Add(InventedStories.Article("then", 1, 1, 0));
        var second = online.Add(InventedStories.Article("now", 1, 2, 900));
        Assert.NotEqual(first.Story, second.Story);
        Assert.True(second.IsNew);
        Assert.Null(online.StoryOf("then"));
        var third = online.Add(InventedStories.Article("next", 1, 3, 901));
        Assert.Equal((second.Story, false, "now"), (third.Story, third.IsNew, third.Nearest));
        Assert.Equal(
            ["Started then", "Started now", "Left then", "Joined next"],
            online.TakeChanges().Select(change => $"{change.Kind} {string.Join(' ', change.Articles)}"));
    }

    [Fact]
    public void A_copy_is_where_its_original_is_and_an_article_without_words_nowhere()
    {
        var online = new OnlineStories();
        var original = online.Add(InventedStories.Article("original", 1, 1));
        Assert.True(original.IsNew);
        var copy = online.Add(InventedStories.Article("copy", 2, 2), copyOf: "original");
        Assert.Equal((original.Story, false), (copy.Story, copy.IsNew));
        var grouped = online.Add(InventedStories.Article("grouped", 3, 3), groupedWith: "copy");
        Assert.Equal(original.Story, grouped.Story);
        Assert.Null(online.Add(new Article("empty", " \n ")).Story);
        Assert.Null(online.StoryOf("empty"));

        Assert.True(online.Remove("original"));
        Assert.False(online.Remove("original"));
        Assert.Equal(original.Story, online.StoryOf("copy"));
        Assert.True(online.Remove("copy"));
        Assert.True(online.Remove("grouped"));
        Assert.Equal((0, 0), (online.Count, online.Stories));
    }

    [Fact]
    public void An_arrangement_that_is_stopped_leaves_everything_in_order()
    {
        var online = new OnlineStories(new OnlineStoryOptions { MostTexts = 90 });
        var ledger = new Ledger();
        for (var i = 0; i < 120; i++)
        {
            _ = online.Add(InventedStories.Article($"a{i}", i % 9, i, i / 6, 30 + (i % 30)));
            if (i % 10 == 5) _ = Assert.ThrowsAny<OperationCanceledException>(() => online.Arrange(new CancellationToken(canceled: true)));
            ledger.Apply(online.TakeChanges());
            Assert.Equal(online.StoryOf($"a{i}"), ledger.StoryOf($"a{i}"));
        }
        Assert.Equal(online.Count, ledger.Count);
    }

    [Fact]
    public void A_text_that_is_printed_again_stays()
    {
        var online = new OnlineStories(new OnlineStoryOptions { KeepDays = 5 });
        _ = online.Add(InventedStories.Article("original", 1, 1, 0));
        for (var day = 1; day < 40; day++)
        {
            _ = online.Add(InventedStories.Article($"copy{day}", 1, 1, day), copyOf: day == 1 ? "original" : $"copy{day - 1}");
            _ = online.Add(InventedStories.Article($"other{day}", 2 + day, 100 + day, day));
        }
        Assert.Equal(online.StoryOf("original"), online.StoryOf("copy39"));
        Assert.NotNull(online.StoryOf("original"));
        Assert.Null(online.StoryOf("other1"));
    }

    [Fact]
    public void An_identifier_that_is_in_use_or_unknown_is_refused()
    {
        var online = new OnlineStories();
        _ = online.Add(InventedStories.Article("a", 1, 1));
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => online.Add(InventedStories.Article("a", 1, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("'z'", Assert.Throws<ArgumentException>(() => online.Add(InventedStories.Article("b", 1, 2), copyOf: "z")).Message, StringComparison.Ordinal);
        Assert.Null(online.StoryOf("b"));
        Assert.Equal(1, online.Count);
    }

    [Fact]
    public void Articles_that_turn_out_to_share_text_are_one_story_and_stay_so()
    {
        var online = new OnlineStories();
        var ledger = new Ledger();
        foreach (var (article, _) in InventedStories.Stories(4, 6)) _ = online.Add(article);
        Assert.NotEqual(online.StoryOf("a0"), online.StoryOf("a1"));
        Assert.True(online.Unite("a0", "a1"));
        Assert.True(online.Unite("a0", "a0"));
        Assert.False(online.Unite("a0", "nobody"));
        Assert.Equal(online.StoryOf("a0"), online.StoryOf("a1"));
        online.Arrange(TestContext.Current.CancellationToken);
        Assert.Equal(online.StoryOf("a0"), online.StoryOf("a1"));
        ledger.Apply(online.TakeChanges());
        Assert.All(Enumerable.Range(0, 24), i => Assert.Equal(online.StoryOf($"a{i}"), ledger.StoryOf($"a{i}")));
    }

    [Fact]
    public void The_evidence_of_a_placement_is_that_of_its_pairs()
    {
        var articles = InventedStories.Stories(3, 6).ConvertAll(article => article.Article);
        var online = new OnlineStories();
        var last = articles.ConvertAll(article => online.Add(article))[^1];
        Assert.False(last.IsNew);
        Assert.NotNull(last.Nearest);
        Assert.Equal(last.Story, online.StoryOf(last.Nearest));
        Assert.InRange(last.MeanCloseness, 0.09, last.Closeness + 1e-6);
    }

    private static List<string> Partition(List<Article> articles, Func<int, string> storyOf) =>
        [.. Enumerable.Range(0, articles.Count).GroupBy(storyOf).Select(story => string.Join(' ', story.Order())).Order(StringComparer.Ordinal)];

    /// <summary>Which article is in which story, by the changes alone.</summary>
    private sealed class Ledger
    {
        private readonly Dictionary<string, string> _storyOf = [];
        private long _sequence;

        public HashSet<StoryChangeKind> Kinds { get; } = [];

        public int Count => _storyOf.Count;

        public int Stories => _storyOf.Values.Distinct().Count();

        public string? StoryOf(string id) => _storyOf.GetValueOrDefault(id);

        public void Apply(IReadOnlyList<StoryChange> changes)
        {
            foreach (var change in changes)
            {
                Assert.Equal(++_sequence, change.Sequence);
                _ = Kinds.Add(change.Kind);
                foreach (var id in change.Articles)
                {
                    switch (change.Kind)
                    {
                        case StoryChangeKind.Started or StoryChangeKind.Joined: _storyOf.Add(id, change.Story); break;
                        case StoryChangeKind.Merged: Move(id, change.Other!, change.Story); break;
                        case StoryChangeKind.Split: Move(id, change.Story, change.Other!); break;
                        default: Assert.True(_storyOf.Remove(id, out var left) && left == change.Story); break;
                    }
                }
                if (change.Kind == StoryChangeKind.Merged) Assert.DoesNotContain(change.Other!, _storyOf.Values);
            }
        }

        private void Move(string id, string from, string to)
        {
            Assert.Equal(from, _storyOf[id]);
            _storyOf[id] = to;
        }
    }
}
