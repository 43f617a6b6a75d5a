namespace Similarity.Tests;

public sealed class BandLayoutTests
{
    [Theory]
    [InlineData(64, 0.8, 1)]
    [InlineData(128, 0.5, 1)]
    [InlineData(128, 0.5, 10)]
    [InlineData(256, 0.3, 4)]
    public void The_layout_fits_the_signature_and_costs_least(int lanes, double threshold, double missCost)
    {
        var chosen = BandLayout.Choose(lanes, threshold, missCost);
        Assert.True(chosen.Bands * chosen.Rows <= lanes);
        foreach (var other in new[] { chosen with { Rows = chosen.Rows + 1, Bands = lanes / (chosen.Rows + 1) }, chosen with { Bands = Math.Max(1, chosen.Bands - 1) } })
        {
            Assert.True(Cost(chosen, threshold, missCost) <= Cost(other, threshold, missCost) + 1e-9);
        }
    }

    [Fact]
    public void A_dearer_miss_makes_a_pair_at_the_threshold_likelier_to_be_found()
    {
        var cheap = BandLayout.Choose(128, 0.6, 1).CandidateProbability(0.6);
        var dear = BandLayout.Choose(128, 0.6, 20).CandidateProbability(0.6);
        Assert.True(dear > cheap);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_impossible_threshold_is_refused(double threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BandLayout.Choose(128, threshold, 1));

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.7)]
    [InlineData(0.5)]
    public void Bands_find_pairs_as_often_as_the_curve_says(double resemblance)
    {
        const int Trials = 1500;
        var layout = BandLayout.Choose(128, 0.5, 2);
        var found = Enumerable.Range(0, Trials).Count(trial => ShareABand(layout, resemblance, (ulong)trial));
        var expected = layout.CandidateProbability(resemblance);
        var deviation = Math.Sqrt(expected * (1 - expected) / Trials);
        Assert.InRange((double)found / Trials, expected - (5 * deviation) - 0.02, 1);
    }

    private static bool ShareABand(BandLayout layout, double resemblance, ulong seed)
    {
        const int Size = 400;
        var shared = (int)Math.Round(2 * Size * resemblance / (1 + resemblance));
        var values = Enumerable.Range(0, (2 * Size) - shared).Select(i => Mixing.Avalanche(Mixing.Avalanche(seed + 1) + (ulong)i)).ToArray();
        var (a, b) = (new uint[128], new uint[128]);
        var hasher = new MinHasher(128);
        hasher.Sign(values.AsSpan(0, Size), a);
        hasher.Sign([.. values[..shared], .. values[Size..]], b);
        return Enumerable.Range(0, layout.Bands).Any(band =>
            a.AsSpan(band * layout.Rows, layout.Rows).SequenceEqual(b.AsSpan(band * layout.Rows, layout.Rows)));
    }

    private static double Cost(BandLayout layout, double threshold, double missCost)
    {
        const int Steps = 20_000;
        double cost = 0;
        for (var i = 0; i < Steps; i++)
        {
            var s = (i + 0.5) / Steps;
            var probability = layout.CandidateProbability(s);
            cost += s < threshold ? probability : missCost * (1 - probability);
        }
        return cost / Steps;
    }
}
