using CsCheck;

namespace Similarity.Tests;

public sealed class HashSortTests
{
    [Fact]
    public void Long_hashes_and_anything_else_are_sorted_alike() =>
        Gen.OneOf(Gen.ULong.Array[0, 3000], Gen.ULong[0, 300].Array[0, 3000], Gen.Int[0, 5].Select(i => (ulong)i << 56).Array[0, 200]).Sample(values =>
        {
            int[] starts = [];
            var expected = values.Order().ToArray();
            HashSort.Sort(values, new ulong[values.Length], ref starts);
            return values.SequenceEqual(expected);
        });

    [Fact]
    public void Short_hashes_are_sorted_alike() => Gen.OneOf(Gen.UInt.Array[0, 600], Gen.UInt[0, 30].Array[0, 600]).Sample(values =>
    {
        int[] starts = [];
        var expected = values.Order().ToArray();
        HashSort.Sort(values, new uint[values.Length], ref starts);
        return values.SequenceEqual(expected);
    });
}
