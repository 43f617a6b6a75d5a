using System.Runtime.Intrinsics;
using CsCheck;

namespace Similarity.Tests;

public sealed class WinnowingTests
{
    private static readonly Gen<(ulong[] Shingles, int Window)> Text =
        Gen.Select(Gen.OneOf(Gen.ULong.Array[1, 200], Gen.ULong[0, 5].Select(Mixing.Avalanche).Array[1, 200]), Gen.Int[1, 30]);

    [Fact]
    public void Every_window_holds_its_smallest_shingle_among_the_fingerprints() => Text.Sample((shingles, window) =>
    {
        var chosen = Select(shingles, window).ToHashSet();
        return Enumerable.Range(0, Math.Max(1, shingles.Length - window + 1))
            .All(start => chosen.Contains((uint)shingles[start..Math.Min(start + window, shingles.Length)].Min()));
    });

    [Fact]
    public void A_shared_run_as_long_as_a_window_gives_a_shared_fingerprint() =>
        Gen.Select(Gen.ULong.Array[0, 80], Gen.ULong.Array[0, 80], Gen.ULong.Array[16], Gen.ULong.Array[0, 80], Gen.ULong.Array[0, 80])
            .Sample((a, b, shared, c, d) =>
                Select([.. a, .. shared, .. b], 16).Intersect(Select([.. c, .. shared, .. d], 16)).Any());

    [Fact]
    public void About_two_in_a_window_and_one_shingles_are_chosen()
    {
        var shingles = Enumerable.Range(0, 100_000).Select(i => Mixing.Avalanche((ulong)i)).ToArray();
        Assert.InRange(Select(shingles, 16).Length / 100_000.0, 0.98 * 2 / 17, 1.02 * 2 / 17);
    }

    [Fact]
    public void Every_width_of_vector_finds_the_smallest_of_each_window() => Text.Sample((shingles, window) =>
    {
        var expected = Enumerable.Range(0, Math.Max(1, shingles.Length - window + 1))
            .Select(start => shingles[start..Math.Min(start + window, shingles.Length)].Min()).ToArray();
        return Smallest<HashLanes128, Vector128<ulong>>().SequenceEqual(expected)
            && Smallest<HashLanes256, Vector256<ulong>>().SequenceEqual(expected)
            && Smallest<HashLanes512, Vector512<ulong>>().SequenceEqual(expected);

        ulong[] Smallest<TLanes, TVector>()
            where TLanes : struct, IHashLanes<TVector>
            where TVector : struct
        {
            var smallest = new ulong[shingles.Length];
            Winnowing.SmallestOfWindows<TLanes, TVector>(shingles, window, smallest);
            return smallest[..expected.Length];
        }
    });

    [Fact]
    public void It_chooses_what_the_specification_chooses() => Text.Sample((shingles, window) =>
    {
        var expected = new uint[shingles.Length];
        return Select(shingles, window).SequenceEqual(expected[..Winnowing.SelectScalar(shingles, window, expected)]);
    });

    private static uint[] Select(ulong[] shingles, int window)
    {
        var fingerprints = new uint[shingles.Length];
        return fingerprints[..Winnowing.Select(shingles, window, new ulong[shingles.Length], fingerprints)];
    }
}
