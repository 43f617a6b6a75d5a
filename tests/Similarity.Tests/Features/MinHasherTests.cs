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

    [Fact]
    public void It_signs_like_the_specification() => Gen.Select(Gen.ULong.Array[1, 700], Gen.Int[0, 5].Select(i => new[] { 16, 64, 100, 128, 256, 512 }[i])).Sample(
        (shingles, lanes) =>
        {
            var expected = new uint[lanes];
            MinHasher.SignScalar(shingles, expected);
            return Sign(shingles, lanes).SequenceEqual(expected);
        },
        iter: 200);

    [Fact]
    public void A_text_that_says_one_thing_a_million_times_is_signed_like_one_that_says_it_once()
    {
        var once = Random(3, seed: 5);
        var often = Enumerable.Range(0, 1_000_000).Select(i => once[i % 3]).ToArray();
        Assert.Equal(Sign(once, 4096), Sign(often, 4096));
    }

    public static TheoryData<int, int, int> Kinds => new()
    {
        { 20, 128, 32 }, { 200, 128, 32 }, { 2000, 128, 32 }, { 20, 64, 32 }, { 200, 64, 32 }, { 200, 256, 32 }, { 20, 512, 32 }, { 200, 512, 32 },
        { 20, 128, 16 }, { 200, 128, 16 }, { 20, 128, 8 }, { 200, 128, 8 }, { 2000, 128, 8 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_estimate_errs_no_more_than_theory_allows(int size, int lanes, int bits)
    {
        const int Trials = 400;
        var settings = new SignatureSettings { Lanes = lanes, BitsPerLane = bits };
        foreach (var resemblance in new[] { 0.1, 0.3, 0.5, 0.7, 0.9, 0.95 })
        {
            double squares = 0, bias = 0;
            for (var trial = 0; trial < Trials; trial++)
            {
                var (a, b, exact) = Pair(size, resemblance, (ulong)((size * 1000) + trial));
                var signature = Signature.Of(settings, Sign(a, lanes));
                var error = (signature.EstimateResemblance(Signature.Of(settings, Sign(b, lanes))) - exact) / signature.StandardError(exact);
                squares += error * error;
                bias += error;
            }
            // The mean of 400 squared errors in units of the theoretical variance has a standard error of 7 %, that of the errors one of 5 %.
            Assert.InRange(squares / Trials, 0.3, 1.22);
            Assert.InRange(bias / Trials, -0.16, 0.16);
        }
    }

    [Fact]
    public void Bands_meet_as_often_as_theory_says()
    {
        const int Trials = 1500;
        var bands = new BandLayout(Bands: 32, Rows: 4);
        foreach (var resemblance in new[] { 0.2, 0.35, 0.5, 0.7 })
        {
            double met = 0, expected = 0;
            for (var trial = 0; trial < Trials; trial++)
            {
                var (a, b, exact) = Pair(200, resemblance, (ulong)(900_000 + trial));
                var (first, second) = (Sign(a, 128), Sign(b, 128));
                expected += bands.CandidateProbability(exact) / Trials;
                met += Enumerable.Range(0, 32).Any(band => first.AsSpan(band * 4, 4).SequenceEqual(second.AsSpan(band * 4, 4))) ? 1.0 / Trials : 0;
            }
            // Four standard errors of a share of 1,500.
            Assert.InRange(met, expected - 0.05, expected + 0.05);
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
