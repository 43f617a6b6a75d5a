namespace Similarity.Tests;

public sealed class OnlineTogetherTests
{
    [Theory]
    [InlineData(double.PositiveInfinity, 7)]
    [InlineData(double.PositiveInfinity, 100)]
    [InlineData(0.25, 1000)]
    public void Articles_that_come_together_are_placed_as_one_after_the_other(double rearrangeAfter, int together)
    {
        Article[] articles = [.. Enumerable.Range(0, 900).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)i) % 60), i, i / 30, 35 + (i % 40)))];
        // Many leave meanwhile, and with several hundred there are moments at which none does.
        var options = new OnlineStoryOptions { RearrangeAfter = rearrangeAfter, RearrangeUpTo = 300, MostTexts = 400, KeepDays = 20, Stories = new StoryOptions { Threads = 2 } };
        var one = new OnlineStories(options);
        // Some share text with one shortly before.
        var texts = articles.Select((article, i) =>
        {
            string[] groupedWith = i % 9 == 7 ? [$"a{i - 1 - (i % 5)}"] : [];
            _ = one.Add(article, groupedWith: groupedWith.FirstOrDefault());
            var state = one.StateOf(article.Id)!;
            return new NextText(state.First, new TextTerms(state.Language, state.Terms, state.Counts), groupedWith);
        }).ToList();

        var all = new OnlineStories(options);
        foreach (var some in texts.Chunk(together)) all.AddAll(some);
        var (expected, found) = (one.TakeChanges(), all.TakeChanges());
        Assert.Equal([.. expected.Select(Told)], found.Select(Told));
        Assert.Contains(expected, change => change.Kind == StoryChangeKind.Left);
        Assert.Equal(one.Stories, all.Stories);
        Assert.All(articles[500..], article => Assert.Equal((one.StoryOf(article.Id), one.MeasuresOf(article.Id)), (all.StoryOf(article.Id), all.MeasuresOf(article.Id))));

        static string Told(StoryChange change) => $"{change.Sequence} {change.Kind} {change.Story} {change.Other} {string.Join(',', change.Articles)}";
    }
}
