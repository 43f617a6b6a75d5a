namespace Similarity.Tests;

public sealed class PairSampleTests
{
    /// <summary>Articles that share more or less with others of their event; who labels tells some events apart that share their words.</summary>
    private static readonly List<(Article Article, int Story)> Made =
        [.. Enumerable.Range(0, 240).Select(i => (InventedStories.Article($"a{i}", i * i % 31, i, i % 9, shared: 12 + (i % 50)), (i * i % 31 * 2) + (i % 7 == 0 ? 1 : 0)))];

    private static readonly StoryResult Found = StoryClustering.Run([.. Made.Select(article => article.Article)], stories: new StoryOptions { Threshold = 0.13 });

    [Fact]
    public void Estimates_from_samples_are_right_on_average_and_their_intervals_hold_the_truth()
    {
        var (precision, recall) = Truth();
        Assert.InRange(precision, 0.2, 0.97);
        Assert.InRange(recall, 0.2, 0.97);
        var estimates = Enumerable.Range(0, 120).Select(seed => Judge(PairSample.Draw(Found, 150, seed))).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{precision:f3} {recall:f3}: {estimates.Average(estimate => estimate.Precision.Value):f3} {estimates.Average(estimate => estimate.Recall.Value):f3}"));
        Assert.Equal(precision, estimates.Average(estimate => estimate.Precision.Value), 0.02);
        Assert.Equal(recall, estimates.Average(estimate => estimate.Recall.Value), 0.03);
        Assert.InRange(estimates.Count(estimate => estimate.Precision.Low <= precision && precision <= estimate.Precision.High), 104, 120);
        Assert.InRange(estimates.Count(estimate => estimate.Recall.Low <= recall && recall <= estimate.Recall.High), 104, 120);
    }

    [Fact]
    public void The_weights_of_many_samples_add_up_to_the_pairs_of_each_stratum()
    {
        var samples = Enumerable.Range(0, 300).Select(seed => PairSample.Draw(Found, 60, seed)).ToList();
        var strata = samples[0].GroupBy(pair => pair.Stratum).ToDictionary(stratum => stratum.Key, stratum => stratum.First().StratumPairs);
        Assert.InRange(strata.Count, 6, 14);
        foreach (var (stratum, pairs) in strata)
        {
            var mean = samples.Average(sample => sample.Where(pair => pair.Stratum == stratum).Sum(pair => pair.Weight));
            Assert.InRange(mean / pairs, 0.93, 1.07);
        }
    }

    [Fact]
    public void A_sample_of_all_pairs_has_each_once_with_the_weight_of_one()
    {
        var all = PairSample.Draw(Found, 1_000_000);
        Assert.All(all, pair => Assert.Equal(1, pair.Weight, 9));
        Assert.Equal(all.Count, all.Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B))).Distinct().Count());
        Assert.Equal(all.Count, all.DistinctBy(pair => pair.Stratum).Sum(pair => pair.StratumPairs));
        var (precision, recall) = Truth();
        var judged = Judge(all);
        Assert.Equal(precision, judged.Precision.Value, 9);
        Assert.Equal(recall, judged.Recall.Value, 9);
        foreach (var pair in all)
        {
            var together = Found.StoryOf(pair.A) is { } story && story == Found.StoryOf(pair.B);
            Assert.Equal(together, pair.IsTogether);
            Assert.True(together || pair.Closeness >= Found.Options.Floor - 1e-6);
        }
        var within = Found.Stories.Sum(story => story.Articles.Count * (story.Articles.Count - 1) / 2);
        Assert.Equal(within, all.Count(pair => pair.IsTogether));
    }

    [Fact]
    public void The_same_seed_draws_the_same_pairs_and_another_others()
    {
        Assert.Equal(PairSample.Draw(Found, 50, 3), PairSample.Draw(Found, 50, 3));
        Assert.NotEqual(PairSample.Draw(Found, 50, 3), PairSample.Draw(Found, 50, 4));
    }

    [Fact]
    public void Copies_and_articles_without_a_neighbour_bring_no_pairs()
    {
        Assert.Empty(PairSample.Draw(StoryClustering.Run([]), 10));
        var article = Made[0].Article;
        Assert.Empty(PairSample.Draw(StoryClustering.Run([article, article with { Id = "copy", Outlet = "elsewhere" }]), 10));
    }

    /// <summary>Precision and recall over all pairs that a sample is drawn from: those that were kept, and those of one story.</summary>
    private static (double Precision, double Recall) Truth()
    {
        var kept = Found.Edges.Select(edge => (Found.Measure.Texts[edge.A].Article, Found.Measure.Texts[edge.B].Article)).ToHashSet();
        var (right, together, same) = (0.0, 0.0, 0.0);
        for (var a = 0; a < Made.Count; a++)
        {
            for (var b = a + 1; b < Made.Count; b++)
            {
                var isTogether = Found.StoryOf(a) is { } story && story == Found.StoryOf(b);
                if (!isTogether && !kept.Contains((a, b))) continue;
                together += isTogether ? 1 : 0;
                same += Made[a].Story == Made[b].Story ? 1 : 0;
                right += isTogether && Made[a].Story == Made[b].Story ? 1 : 0;
            }
        }
        return (right / together, right / same);
    }

    private static PairAgreement Judge(IReadOnlyList<SampledPair> pairs) =>
        PairAgreement.Of([.. pairs.Select(pair => new JudgedPair(pair.Stratum, pair.StratumPairs, pair.Weight, Made[pair.A].Story == Made[pair.B].Story, pair.IsTogether))]);
}
