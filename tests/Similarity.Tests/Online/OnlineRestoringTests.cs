namespace Similarity.Tests;

public sealed class OnlineRestoringTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void What_was_kept_of_a_stream_goes_on_as_the_stream_would(int seed)
    {
        List<Article> articles = [.. Enumerable.Range(0, 260).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)((seed * 1000) + i)) % 14), (seed * 1000) + i, i / 6, 35 + (i % 40)))];
        var options = new OnlineStoryOptions { RearrangeAfter = 1000 };
        var whole = new OnlineStories(options);
        for (var i = 0; i < 160; i++) _ = whole.Add(articles[i], copyOf: i == 77 ? "a70" : null, groupedWith: i == 99 ? "a50" : null);
        whole.Arrange(TestContext.Current.CancellationToken);

        var restored = new OnlineStories(options);
        restored.Restore([.. articles.Take(160).Select(article => whole.StateOf(article.Id)!).DistinctBy(text => text.First.Id)]);
        Assert.Equal((whole.Count, whole.Stories), (restored.Count, restored.Stories));
        Assert.All(articles.Take(160), article => Assert.Equal(whole.StoryOf(article.Id), restored.StoryOf(article.Id)));
        Assert.Empty(restored.TakeChanges());

        for (var i = 160; i < articles.Count; i++) Assert.Equal(whole.Add(articles[i]).Story, restored.Add(articles[i]).Story);
        Assert.All(articles, article => Assert.Equal(whole.StoryOf(article.Id), restored.StoryOf(article.Id)));
        whole.Arrange(TestContext.Current.CancellationToken);
        restored.Arrange(TestContext.Current.CancellationToken);
        Assert.All(articles, article => Assert.Equal(whole.StoryOf(article.Id), restored.StoryOf(article.Id)));
        _ = Assert.Throws<InvalidOperationException>(() => restored.Restore([]));
    }
}
