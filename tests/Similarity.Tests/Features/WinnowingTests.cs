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

    private static uint[] Select(ulong[] shingles, int window)
    {
        var fingerprints = new uint[shingles.Length];
        return fingerprints[..Winnowing.Select(shingles, window, fingerprints)];
    }
}
