namespace Similarity.Tests;

public sealed class PairAgreementTests
{
    [Fact]
    public void Pairs_count_with_their_weights()
    {
        var agreement = PairAgreement.Of([.. Pairs(0, 10, 8, 4, isTogether: true), .. Pairs(1, 100, 50, 5, isTogether: false)]);
        // Together: 10 pairs, half of them the same. Apart: 100 pairs, a tenth of them the same.
        Assert.Equal(0.5, agreement.Precision.Value, 9);
        Assert.Equal(5 / (5 + 10.0), agreement.Recall.Value, 9);
        Assert.Equal(2 * 5.0 / (10 + 15), agreement.F1.Value, 9);
    }

    [Fact]
    public void Labelled_pairs_stand_for_those_of_their_stratum_that_were_left_out()
    {
        JudgedPair[] pairs = [.. Pairs(0, 40, 8, 6, isTogether: true), .. Pairs(1, 400, 20, 5, isTogether: false)];
        var fewer = pairs.Where((_, i) => i is < 8 or >= 12).Concat(pairs[..0]).ToList();
        var all = PairAgreement.Of(pairs);
        Assert.Equal(all.Precision.Value, PairAgreement.Of(fewer).Precision.Value, 9);
        // Four pairs that were the same are gone from the second stratum; the sixteen others stand for all four hundred.
        Assert.Equal(30 / (30 + (400 * 1 / 16.0)), PairAgreement.Of(fewer).Recall.Value, 9);
    }

    [Fact]
    public void More_labels_narrow_the_interval_and_none_prove_all()
    {
        var few = PairAgreement.Of([.. Pairs(0, 1000, 10, 10, isTogether: true), .. Pairs(1, 1000, 10, 0, isTogether: false)]);
        var many = PairAgreement.Of([.. Pairs(0, 1000, 200, 200, isTogether: true), .. Pairs(1, 1000, 200, 0, isTogether: false)]);
        Assert.Equal(1, few.Precision.Value);
        Assert.InRange(few.Precision.Low, 0.6, 0.9);
        Assert.InRange(many.Precision.Low, 0.97, 0.999);
        Assert.True(few.Recall.Low < many.Recall.Low);
    }

    [Fact]
    public void Without_pairs_in_a_story_precision_is_unknown()
    {
        var agreement = PairAgreement.Of([.. Pairs(0, 10, 5, 2, isTogether: false)]);
        Assert.True(double.IsNaN(agreement.Precision.Value));
        Assert.Equal(0, agreement.Recall.Value);
        Assert.Throws<ArgumentException>(() => PairAgreement.Of([]));
        Assert.Throws<ArgumentException>(() => PairAgreement.Of([new JudgedPair(0, 10, 0, true, true)]));
    }

    [Fact]
    public void Pairs_of_no_stratum_count_with_their_weights_alone()
    {
        var agreement = PairAgreement.Of([new JudgedPair(-1, 0, 1, true, true), new JudgedPair(-1, 0, 3, false, true), new JudgedPair(-1, 0, 1, true, false)]);
        Assert.Equal(0.25, agreement.Precision.Value, 9);
        Assert.Equal(0.5, agreement.Recall.Value, 9);
    }

    private static IEnumerable<JudgedPair> Pairs(int stratum, int size, int labelled, int same, bool isTogether) =>
        Enumerable.Range(0, labelled).Select(i => new JudgedPair(stratum, size, (double)size / labelled, i < same, isTogether));
}
