namespace Similarity.Tests;

public sealed class StoryCalibrationTests
{
    [Theory]
    [InlineData(17, -2.4)]
    [InlineData(4, 0.5)]
    [InlineData(60, -9)]
    public void The_curve_that_labels_were_drawn_from_is_found(double slope, double intercept)
    {
        var truth = new StoryCalibration(slope, intercept, 0);
        var found = StoryCalibration.Fit(Drawn(truth, 40_000));
        Assert.Equal(40_000, found.Pairs);
        for (var closeness = 0.03; closeness < 0.6; closeness += 0.05) Assert.Equal(truth.ProbabilityOf(closeness), found.ProbabilityOf(closeness), 0.02);
        Assert.InRange(Reliability.Of(Drawn(truth, 40_000, seed: 7), found).ExpectedError, 0, 0.015);
    }

    [Fact]
    public void A_pair_that_counts_twice_is_a_pair_twice()
    {
        var drawn = Drawn(new StoryCalibration(15, -2, 0), 500);
        var twice = StoryCalibration.Fit([.. drawn, .. drawn]);
        var heavy = StoryCalibration.Fit(drawn.ConvertAll(pair => pair with { Weight = 2 }));
        Assert.Equal(twice.Slope, heavy.Slope, 6);
        Assert.Equal(twice.Intercept, heavy.Intercept, 6);
    }

    [Fact]
    public void Labels_that_closeness_parts_without_error_leave_a_doubt()
    {
        var found = StoryCalibration.Fit([.. Enumerable.Range(0, 40).Select(i => new LabelledCloseness(i / 100.0, i >= 20))]);
        Assert.InRange(found.ProbabilityOf(0.39), 0.9, 0.999);
        Assert.InRange(found.ProbabilityOf(0), 0.001, 0.1);
        Assert.Equal(0.5, found.ProbabilityOf(0.195), 0.02);
    }

    [Fact]
    public void Labels_that_teach_nothing_are_refused()
    {
        Assert.Contains("different", Assert.Throws<ArgumentException>(() => StoryCalibration.Fit([new(0.1, true)])).Message, StringComparison.Ordinal);
        Assert.Contains("closer", Assert.Throws<ArgumentException>(() => StoryCalibration.Fit([.. Enumerable.Range(0, 50).Select(i => new LabelledCloseness(i / 100.0, i < 25))])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bins_of_a_reliability_are_what_was_predicted_and_what_came_true()
    {
        var calibration = new StoryCalibration(10, -5, 0);
        var reliability = Reliability.Of([new(0.5, true), new(0.5, false), new(0.501, true, 2), new(0, false), new(2, true)], calibration);
        Assert.Equal([0, 0.5, 0.9], reliability.Bins.Select(bin => bin.Least));
        Assert.Equal([1, 3, 1], reliability.Bins.Select(bin => bin.Pairs));
        Assert.Equal(0.75, reliability.Bins[1].Observed, 9);
        Assert.Equal((0.5 + 0.5 + (2 * calibration.ProbabilityOf(0.501))) / 4, reliability.Bins[1].Predicted, 9);
        var expected = (calibration.ProbabilityOf(0) + (4 * (0.75 - reliability.Bins[1].Predicted)) + (1 - calibration.ProbabilityOf(2))) / 6;
        Assert.Equal(expected, reliability.ExpectedError, 9);
        Assert.InRange(reliability.Brier, 0.1, 0.25);
    }

    [Fact]
    public void A_calibration_is_read_as_it_was_written()
    {
        Assert.Equal(StoryCalibration.General, StoryCalibration.Parse(StoryCalibration.General.ToText()));
        Assert.Equal(StoryCalibration.General, StoryCalibration.Parse(StoryCalibration.General.ToText().Replace("\n", "\r\n# a note\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "begins")]
    [InlineData("slope 3", "begins")]
    [InlineData("# similarity calibration 1\nslope 3\npairs 1", "intercept")]
    [InlineData("# similarity calibration 1\nslope NaN\nintercept 1\npairs 1", "slope")]
    [InlineData("# similarity calibration 1\nslope -2\nintercept 1\npairs 1", "slope")]
    [InlineData("# similarity calibration 1\nslope 3\nintercept 1,5\npairs 1", "intercept")]
    [InlineData("# similarity calibration 1\nslope 3\nintercept 1\npairs 99999999999", "pairs")]
    public void What_is_no_calibration_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => StoryCalibration.Parse(text)).Message, StringComparison.Ordinal);

    private static List<LabelledCloseness> Drawn(StoryCalibration truth, int count, int seed = 1) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var closeness = 0.03 + (0.6 * Share((seed * 10_000_000L) + (i * 2)));
            return new LabelledCloseness(closeness, Share((seed * 10_000_000L) + (i * 2) + 1) < truth.ProbabilityOf(closeness));
        }),
    ];

    private static double Share(long number) => (Mixing.Avalanche((ulong)number) >> 11) * (1.0 / (1UL << 53));
}
