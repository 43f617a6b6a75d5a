namespace Similarity.Tests;

public sealed class StoryClusteringTests
{
    [Fact]
    public void Articles_of_one_event_are_one_story_and_those_of_others_are_not()
    {
        var made = InventedStories.Stories(12, 8);
        var found = StoryClustering.Run([.. made.Select(article => article.Article)]);
        var agreement = ClusteringAgreement.Of([.. made.Select(article => article.Story)], [.. Enumerable.Range(0, made.Count).Select(article => found.StoryOf(article)?.Id ?? $"{article}")]);
        Assert.Equal(1, agreement.BCubedF1, 6);
        Assert.Equal(12, found.Stories.Count);
        Assert.All(found.Stories, story => Assert.Equal(8, story.Articles.Count));
    }

    [Fact]
    public void Every_member_that_is_no_copy_has_evidence_that_adds_up()
    {
        var articles = InventedStories.Stories(6, 5).ConvertAll(article => article.Article);
        var found = StoryClustering.Run(articles);
        Assert.NotEmpty(found.Stories);
        foreach (var article in found.Stories.SelectMany(story => story.Articles))
        {
            var evidence = Assert.IsType<StoryEvidence>(found.EvidenceOf(article));
            Assert.Equal(found.StoryOf(article), found.StoryOf(evidence.Other));
            Assert.NotEqual(article, evidence.Other);
            Assert.True(evidence.Closeness <= evidence.Cosine - evidence.Level + 1e-9);
            Assert.Equal(articles[article].Outlet == articles[evidence.Other].Outlet, evidence.SameOutlet);
            Assert.Equal(Math.Abs((articles[article].Published!.Value.Date - articles[evidence.Other].Published!.Value.Date).Days), evidence.Days);
            Assert.NotEmpty(evidence.Terms);
        }
    }

    [Fact]
    public void The_mean_closeness_of_a_text_is_that_of_its_pairs()
    {
        var articles = InventedStories.Stories(5, 6).ConvertAll(article => article.Article);
        articles[3] = articles[3] with { Published = null };
        articles[7] = articles[7] with { Outlet = null };
        var found = StoryClustering.Run(articles);
        foreach (var story in found.Stories)
        {
            foreach (var article in story.Articles)
            {
                var mean = story.Articles.Where(other => other != article).Average(other => found.EvidenceBetween(article, other)!.Closeness);
                Assert.Equal(mean, found.EvidenceOf(article)!.MeanCloseness, 6);
            }
        }
    }

    [Fact]
    public void A_copy_is_in_the_story_of_the_text_it_copies()
    {
        var articles = InventedStories.Stories(4, 4).ConvertAll(article => article.Article);
        articles.Add(articles[2] with { Id = "copy", Outlet = "elsewhere" });
        var found = StoryClustering.Run(articles);
        var copy = articles.Count - 1;
        Assert.NotNull(found.Articles.RemovalOf(copy));
        Assert.Equal(found.StoryOf(2), found.StoryOf(copy));
        Assert.Null(found.EvidenceOf(copy));
        Assert.Equal(5, found.StoryOf(copy)!.Articles.Count);
        Assert.Equal(4, found.StoryOf(copy)!.Texts);
    }

    [Fact]
    public void One_text_that_several_outlets_carry_is_a_story_by_itself()
    {
        var text = InventedStories.Article("a", 1, 1);
        var found = StoryClustering.Run([text, text with { Id = "b", Outlet = "other" }, InventedStories.Article("c", 2, 2)]);
        var story = Assert.Single(found.Stories);
        Assert.Equal([0, 1], story.Articles);
        Assert.Equal(1, story.Texts);
    }

    [Fact]
    public void Words_handed_on_from_text_to_text_do_not_chain()
    {
        // Each shares half of its words with the next and none with the one after.
        var articles = Enumerable.Range(0, 300)
            .Select(i => InventedArticles.Article($"a{i}", InventedArticles.Words(i, 60).Concat(InventedArticles.Words(i + 1, 60)).OrderBy(word => Mixing.Avalanche((ulong)((i * 1000L) + word[0] + (word[3] * 256)))), null, $"o{i}"))
            .ToList();
        var found = StoryClustering.Run(articles);
        Assert.InRange(found.Stories.Max(story => story.Articles.Count), 2, 6);
    }

    [Fact]
    public void Dates_and_outlets_may_be_missing()
    {
        var made = InventedStories.Stories(8, 6);
        var bare = made.Select(article => article.Article with { Outlet = null, Published = null }).ToList();
        var found = StoryClustering.Run(bare);
        Assert.Equal(8, found.Stories.Count);
        Assert.All(found.Stories, story => Assert.Null(story.First));
        Assert.All(Enumerable.Range(0, bare.Count), article => Assert.Null(found.EvidenceOf(article)!.Days));
    }

    [Fact]
    public void Nothing_and_next_to_nothing_are_no_fault()
    {
        Assert.Empty(StoryClustering.Run([]).Stories);
        var found = StoryClustering.Run([new Article("a", ""), new Article("b", null), new Article("c", "..."), new Article("d", "word") { Title = "Another" }]);
        Assert.Empty(found.Stories);
        Assert.All(Enumerable.Range(0, 4), article => Assert.Null(found.StoryOf(article)));
    }

    [Fact]
    public void The_stories_are_the_same_on_any_number_of_threads()
    {
        var articles = InventedStories.Stories(40, 7).ConvertAll(article => article.Article);
        var one = StoryClustering.Run(articles);
        var four = StoryClustering.Run(articles, stories: new StoryOptions { Threads = 4 });
        Assert.Equal(one.Stories.Select(Describe), four.Stories.Select(Describe));
        foreach (var article in Enumerable.Range(0, articles.Count))
        {
            Assert.Equal(one.EvidenceOf(article)! with { Terms = [] }, four.EvidenceOf(article)! with { Terms = [] });
        }
    }

    [Fact]
    public void Vectors_bring_candidates_and_are_told_of_and_decide_nothing()
    {
        var articles = InventedStories.Stories(12, 6).ConvertAll(article => article.Article);
        var vectors = new VectorTable(12);
        for (var i = 0; i < articles.Count; i++)
        {
            var vector = new float[12];
            vector[i % 12] = 1;
            _ = vectors.Add(vector);
        }
        var plain = StoryClustering.Run(articles);
        var embedded = StoryClustering.Run(Deduplication.Run(articles), new ArticleList(articles), null, vectors);
        Assert.Equal(plain.Stories.Select(Describe), embedded.Stories.Select(Describe));
        Assert.Equal(1, embedded.EvidenceOf(0)!.Embedding);
        Assert.Null(plain.EvidenceOf(0)!.Embedding);
        Assert.Throws<ArgumentException>(() => StoryClustering.Run(Deduplication.Run(articles), new ArticleList(articles), null, new VectorTable(12)));
    }

    [Fact]
    public void Another_threshold_gives_what_a_new_run_would()
    {
        var articles = InventedStories.Stories(30, 6).ConvertAll(article => article.Article);
        var strict = StoryClustering.Run(articles).At(0.14);
        var anew = StoryClustering.Run(articles, stories: new StoryOptions { Threshold = 0.14 });
        Assert.Equal(anew.Stories.Select(Describe), strict.Stories.Select(Describe));
        Assert.Throws<ArgumentOutOfRangeException>(() => strict.At(-0.1));
    }

    [Fact]
    public void The_name_of_a_story_stays_when_an_article_joins_later()
    {
        var articles = InventedStories.Stories(5, 4).ConvertAll(article => article.Article);
        var before = StoryClustering.Run(articles).Stories.Select(story => story.Id).Order(StringComparer.Ordinal);
        articles.Add(InventedStories.Article("late", 3, 999, day: 6));
        var after = StoryClustering.Run(articles).Stories.Select(story => story.Id).Order(StringComparer.Ordinal);
        Assert.Equal(before, after);
    }

    [Fact]
    public void A_language_that_few_texts_are_in_is_no_story()
    {
        string[] german =
        [
            "Die Glocke der Kirche ist am Morgen aus dem Turm in den Weizen gefallen, und niemand wurde dabei verletzt.",
            "Der Biber hat an der alten Schleuse einen Damm gebaut, sagte der Wirt, und das Wasser steht nun auf der Wiese.",
            "Auf der Autobahn stand der Verkehr nach einem Unfall mit zwei Lastwagen bis in den Abend hinein still.",
            "Das Orchester spielt im Herbst wieder im Rathaus, weil die Halle nach dem Brand noch nicht fertig ist.",
        ];
        var articles = InventedStories.Stories(20, 5).ConvertAll(article => article.Article);
        articles.AddRange(german.Select((text, i) => new Article($"de{i}", text) { Title = "Nachrichten" + i }));
        var found = StoryClustering.Run(articles);
        Assert.All(Enumerable.Range(100, 4), article => Assert.Null(found.StoryOf(article)));
    }

    private static string Describe(Story story) => $"{story.Id} {story.Canonical} {string.Join(',', story.Articles)} {string.Join(' ', story.Terms)} {story.First} {story.Last} {story.Outlets}";
}
