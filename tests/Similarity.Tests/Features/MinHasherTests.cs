using CsCheck;

namespace Similarity.Tests;

public sealed class MinHasherTests
{
    [Fact]
    public void Order_and_repeats_do_not_matter() => Gen.ULong.Array[1, 300].Sample(shingles =>
    {
        var again = shingles.Reverse().Concat(shingles).ToArray();
        return Sign(shingles, 128).SequenceEqual(Sign(again, 128));
    });

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(2000)]
    public void The_estimate_errs_no_more_than_theory_allows(int size)
    {
        const int Lanes = 128, Trials = 400;
        foreach (var resemblance in new[] { 0.1, 0.3, 0.5, 0.7, 0.9, 0.95 })
        {
            double squares = 0, bias = 0;
            for (var trial = 0; trial < Trials; trial++)
            {
                var (a, b, exact) = Pair(size, resemblance, (ulong)((size * 1000) + trial));
                var error = MinHasher.EstimateResemblance(Sign(a, Lanes), Sign(b, Lanes)) - exact;
                squares += error * error / (exact * (1 - exact) / Lanes);
                bias += error;
            }
            // The mean of 400 squared errors in units of the theoretical variance has a standard error of 7 %.
            Assert.InRange(squares / Trials, 0.3, 1.25);
            Assert.InRange(bias / Trials, -0.01, 0.01);
        }
    }

    [Fact]
    public void Unrelated_texts_agree_in_no_more_lanes_than_chance_allows()
    {
        var equal = 0.0;
        for (var trial = 0UL; trial < 300; trial++)
        {
            equal += MinHasher.EstimateResemblance(Sign(Random(8, trial * 2), 128), Sign(Random(8, trial * 2 + 1), 128));
        }
        Assert.Equal(0, equal);
    }

    [Fact]
    public void A_text_without_shingles_has_no_signature() =>
        Assert.Throws<ArgumentException>(() => new MinHasher(128).Sign([], new uint[128]));

    [Fact]
    public void Signatures_of_different_lengths_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => MinHasher.EstimateResemblance(new uint[64], new uint[128]));

    private static uint[] Sign(ulong[] shingles, int lanes)
    {
        var signature = new uint[lanes];
        new MinHasher(lanes).Sign(shingles, signature);
        return signature;
    }

    private static ulong[] Random(int size, ulong seed) =>
        [.. Enumerable.Range(0, size).Select(i => Mixing.Avalanche(Mixing.Avalanche(seed + 1) + (ulong)i))];

    /// <summary>Two sets of about <paramref name="size"/> values each with nearly the given resemblance, and the exact one.</summary>
    private static (ulong[] A, ulong[] B, double Exact) Pair(int size, double resemblance, ulong seed)
    {
        var shared = (int)Math.Round(2 * size * resemblance / (1 + resemblance));
        var values = Random((2 * size) - shared, seed);
        return (values[..size], [.. values[..shared], .. values[size..]], (double)shared / values.Length);
    }
}
