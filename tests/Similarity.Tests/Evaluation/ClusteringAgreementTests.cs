namespace Similarity.Tests;

public sealed class ClusteringAgreementTests
{
    [Fact]
    public void The_same_clusters_under_other_names_agree_wholly()
    {
        var agreement = ClusteringAgreement.Of([1, 1, 2, 3, 3, 3], ["x", "x", "b", "c", "c", "c"]);
        Assert.Equal([1.0, 1, 1, 1, 1], [agreement.BCubedF1, agreement.PairF1, agreement.AdjustedRandIndex, agreement.VMeasure, agreement.BCubedPrecision]);
        Assert.Equal(0.5, agreement.LargestShare);
        Assert.Equal(3, agreement.Clusters);
    }

    /// <summary>Worked out by hand: six articles, two true clusters of three, one of them found, the other cut 2 to 1 and joined.</summary>
    [Fact]
    public void The_measures_are_those_of_their_definitions()
    {
        var agreement = ClusteringAgreement.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]);
        Assert.Equal(4 / 6.0 + (2 * 0.5 / 6), agreement.BCubedPrecision, 12);
        Assert.Equal(((4 * (2 / 3.0)) + (2 * (1 / 3.0))) / 6, agreement.BCubedRecall, 12);
        Assert.Equal(2 / 3.0, agreement.PairPrecision, 12);
        Assert.Equal(2 / 6.0, agreement.PairRecall, 12);
        var expected = 6.0 * 3 / 15;
        Assert.Equal((2 - expected) / (4.5 - expected), agreement.AdjustedRandIndex, 12);
        Assert.Equal(1 - (1 / 3.0), agreement.Homogeneity, 12);
        Assert.Equal((2 / 3.0) / Math.Log2(3), agreement.Completeness, 12);
    }

    [Fact]
    public void One_cluster_of_all_is_no_better_than_chance()
    {
        var agreement = ClusteringAgreement.Of(Enumerable.Range(0, 100).Select(i => i / 5).ToList(), new int[100]);
        Assert.Equal(0, agreement.AdjustedRandIndex, 12);
        Assert.Equal(1, agreement.BCubedRecall, 12);
        Assert.Equal(0.05, agreement.BCubedPrecision, 12);
        Assert.Equal(0, agreement.Homogeneity, 12);
        Assert.Equal(1, agreement.LargestShare);
    }

    [Fact]
    public void Articles_that_all_stand_alone_agree_and_unequal_lists_are_refused()
    {
        Assert.Equal(1, ClusteringAgreement.Of([1, 2, 3], [4, 5, 6]).AdjustedRandIndex);
        Assert.Throws<ArgumentException>(() => ClusteringAgreement.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => ClusteringAgreement.Of(new List<int>(), new List<int>()));
    }

    [Fact]
    public void The_interval_holds_the_measure_and_narrows_with_more_stories()
    {
        var (few, many) = (Interval(20), Interval(2000));
        Assert.True(few.Low < few.F1 && few.F1 < few.High);
        Assert.True(many.Low < many.F1 && many.F1 < many.High);
        Assert.True(many.High - many.Low < (few.High - few.Low) / 4);
        Assert.Equal(new AgreementInterval(1, 1), AgreementInterval.Of([1, 1, 2], ["a", "a", "b"]));

        static (double Low, double High, double F1) Interval(int stories)
        {
            int[] truth = [.. Enumerable.Range(0, stories * 5).Select(i => i / 5)];
            int[] found = [.. truth.Select((story, i) => Mixing.Avalanche((ulong)i) % 10 == 0 ? -i - 1 : story)];
            var interval = AgreementInterval.Of(truth, found);
            return (interval.Low, interval.High, ClusteringAgreement.Of(truth, found).BCubedF1);
        }
    }
}
