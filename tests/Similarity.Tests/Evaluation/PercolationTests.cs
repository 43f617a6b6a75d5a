namespace Similarity.Tests;

public sealed class PercolationTests
{
    [Fact]
    public void Parts_are_those_of_the_definition()
    {
        const int Count = 60;
        StoryText[] texts = [.. Enumerable.Range(0, Count).Select(i => new StoryText(i, i is 4 or 9 or 33 ? 7 : -1, -1, -1))];
        StoryEdge[] edges =
        [
            .. from a in Enumerable.Range(0, Count)
               from b in Enumerable.Range(a + 1, Count - a - 1)
               let bits = Mixing.Avalanche((ulong)((a * Count) + b))
               where bits % 12 == 0
               select new StoryEdge(a, b, (bits >> 20) % 1000 / 1000f),
        ];
        double[] thresholds = [0, 0.1, 0.45, 0.7, 0.9, 1.1];
        foreach (var isChosen in new Func<int, bool>[] { _ => true, text => text % 3 != 0, _ => false })
        {
            var points = Percolation.Of(texts, edges.OrderByDescending(edge => edge.Closeness), isChosen, thresholds);
            Assert.Equal(thresholds.Select(threshold => ByDefinition(texts, edges, isChosen, threshold)), points.Select(point => (Math.Round(point.LargestShare, 9), Math.Round(point.Susceptibility, 9))));
        }
    }

    [Fact]
    public void Stories_in_a_crowd_run_together_below_the_suggestion_and_not_above()
    {
        var found = Found(1);
        var suggestion = ThresholdSuggestion.Of(found);
        Assert.Equal(ThresholdSuggestion.Margin, suggestion.Threshold - suggestion.Critical, 9);
        Assert.InRange(suggestion.Threshold, suggestion.Low, suggestion.High);
        var shares = suggestion.Points.Select(point => point.LargestShare).ToList();
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.True(suggestion.Points.Last(point => point.Threshold <= suggestion.Threshold).LargestShare < 0.3);
        var four = ThresholdSuggestion.Of(Found(4));
        Assert.Equal(suggestion.Points, four.Points);
        Assert.Equal(suggestion with { Points = [] }, four with { Points = [] });
        Assert.NotEqual(suggestion.Points, ThresholdSuggestion.Of(found, seed: 2).Points);
    }

    [Fact]
    public void A_handful_of_texts_gives_no_clear_suggestion_and_no_fault()
    {
        foreach (var articles in new[] { 0, 1, 5 })
        {
            var found = StoryClustering.Run([.. InventedStories.Stories(5, 1).Take(articles).Select(article => article.Article)], stories: new StoryOptions { KeptFrom = ThresholdSuggestion.Least });
            Assert.False(ThresholdSuggestion.Of(found).IsClear);
            Assert.NotEmpty(StoryStability.Measure(found, [0.05, 0.09]));
        }
    }

    [Fact]
    public void Pairs_must_have_been_kept_far_enough_down()
    {
        var found = StoryClustering.Run([.. InventedStories.Stories(3, 3).Select(article => article.Article)]);
        Assert.Throws<ArgumentException>(() => ThresholdSuggestion.Of(found));
        Assert.Throws<ArgumentOutOfRangeException>(() => StoryStability.Measure(found, [0.01]));
    }

    [Fact]
    public void Stories_that_are_plain_are_stable_and_those_at_the_brink_are_less()
    {
        double[] thresholds = [0.05, 0.12, 0.2];
        var plain = StoryClustering.Run([.. InventedStories.Stories(12, 8).Select(article => article.Article)]);
        Assert.All(StoryStability.Measure(plain, thresholds[..2]), point => Assert.Equal((12, 1.0, 1.0), (point.Stories, point.AdjustedRandIndex, point.BCubedF1)));
        var mixed = StoryStability.Measure(Found(1), thresholds);
        Assert.All(mixed, point => Assert.InRange(point.AdjustedRandIndex, 0.1, 0.999));
        Assert.Equal(mixed, StoryStability.Measure(Found(3), thresholds));
    }

    private static StoryResult Found(int threads) => StoryClustering.Run(
        [.. Enumerable.Range(0, 300).Select(i => InventedStories.Article($"a{i}", i % 60, i, i % 9, shared: 12 + (i % 50)))],
        stories: new StoryOptions { KeptFrom = ThresholdSuggestion.Least, Threads = threads });

    private static (double, double) ByDefinition(StoryText[] texts, StoryEdge[] edges, Func<int, bool> isChosen, double threshold)
    {
        var partOf = Enumerable.Range(0, texts.Length).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            var pairs = edges.Where(edge => edge.Closeness >= threshold).Select(edge => (edge.A, edge.B))
                .Concat(from a in Enumerable.Range(0, texts.Length) from b in Enumerable.Range(0, texts.Length) where texts[a].Group >= 0 && texts[a].Group == texts[b].Group select (a, b));
            foreach (var (a, b) in pairs.Where(pair => isChosen(pair.Item1) && isChosen(pair.Item2)))
            {
                changed |= partOf[a] != partOf[b];
                partOf[a] = partOf[b] = Math.Min(partOf[a], partOf[b]);
            }
        }
        var sizes = Enumerable.Range(0, texts.Length).Where(isChosen).CountBy(text => partOf[text]).Select(part => part.Value).OrderDescending().ToList();
        var count = Math.Max(1, sizes.Sum());
        return (Math.Round(sizes.FirstOrDefault() / (double)count, 9), Math.Round(sizes.Skip(1).Sum(size => (double)size * size) / count, 9));
    }
}
