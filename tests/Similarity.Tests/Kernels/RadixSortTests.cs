using CsCheck;

namespace Similarity.Tests;

public sealed class RadixSortTests
{
    private static readonly Gen<ulong[]> Values =
        Gen.OneOf(Gen.ULong.Array[0, 3000], Gen.ULong[0, 300].Array[500, 3000], Gen.Int[0, 5].Select(i => (ulong)i << 56).Array[0, 2000]);

    [Fact]
    public void Sorts_like_the_library() => Values.Sample(values =>
    {
        var expected = values.Order().ToArray();
        RadixSort.Sort(values, new ulong[values.Length]);
        return values.SequenceEqual(expected);
    });

    [Fact]
    public void Sorting_by_the_high_half_keeps_the_low_halves_in_the_order_they_were_added() =>
        Gen.UInt[0, 40].Array[0, 3000].Sample(keys =>
        {
            var values = keys.Select((key, rank) => ((ulong)key << 32) | (uint)rank).ToArray();
            var expected = values.OrderBy(value => value >> 32).ThenBy(value => (uint)value).ToArray();
            RadixSort.Sort(values, new ulong[values.Length], fromBit: 32);
            return values.SequenceEqual(expected);
        });
}
