namespace Similarity.Tests;

public sealed class OnlineLeavingTests
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 1)]
    [InlineData(3, 130)]
    public void Texts_leave_as_others_come_and_arranged_those_left_are_stories_of_a_run(int seed, int mostTexts)
    {
        List<Article> articles = [.. Enumerable.Range(0, 2500).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)((seed * 10_000) + i)) % 11) + (i / 100), (seed * 10_000) + i, i / 20, 30 + (i % 30)))];
        var online = new OnlineStories(new OnlineStoryOptions { MostTexts = mostTexts, RearrangeAfter = double.PositiveInfinity });
        foreach (var (i, article) in articles.Index())
        {
            _ = online.Add(article);
            // Of many texts some leave together.
            Assert.InRange(online.Count, Math.Min(i + 1, mostTexts), mostTexts + (mostTexts / 64));
            Assert.InRange(online.TakeChanges().Count(change => change.Kind == StoryChangeKind.Left), 0, 1 + (mostTexts / 64));
        }
        var left = articles[^mostTexts..];
        Assert.All(left, article => Assert.NotNull(online.StoryOf(article.Id)));
        online.Arrange(TestContext.Current.CancellationToken);
        var run = StoryClustering.Run(left, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Partition(left, i => run.StoryOf(i)?.Id ?? $"alone-{i}"), Partition(left, i => online.StoryOf(left[i].Id)!));
    }

    private static List<string> Partition(List<Article> articles, Func<int, string> storyOf) =>
        [.. Enumerable.Range(0, articles.Count).GroupBy(storyOf).Select(story => string.Join(' ', story.Order())).Order(StringComparer.Ordinal)];
}
