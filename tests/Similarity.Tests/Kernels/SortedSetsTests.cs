using System.Runtime.InteropServices;
using CsCheck;

namespace Similarity.Tests;

public sealed class SortedSetsTests
{
    private static readonly Gen<ulong[]> Set =
        Gen.OneOf(Gen.ULong[0, 400].Array[0, 300], Gen.ULong[0, 40].Array[0, 20], Gen.ULong.Array[0, 300])
            .Select(values => values.Distinct().Order().ToArray());

    [Fact]
    public void Intersection_counts_what_both_sets_hold() => Gen.Select(Set, Set).Sample((a, b) =>
    {
        var expected = a.Intersect(b).Count();
        return SortedSets.IntersectionSize<ulong>(a, b) == expected && SortedSets.IntersectionSize<ulong>(b, a) == expected;
    });

    [Fact]
    public void Sets_of_very_different_sizes_are_counted_alike() => Gen.Select(Gen.ULong[0, 100_000].Array[0, 20], Gen.ULong[0, 100_000].Array[4000]).Sample((few, many) =>
    {
        var (a, b) = (few.Distinct().Order().ToArray(), many.Distinct().Order().ToArray());
        return SortedSets.IntersectionSize<ulong>(a, b) == a.Intersect(b).Count();
    });

    [Fact]
    public void Short_values_are_counted_like_long_ones() => Gen.Select(Set, Set).Sample((a, b) =>
    {
        var (x, y) = (ToShort(a), ToShort(b));
        return SortedSets.IntersectionSize<uint>(x, y) == x.Intersect(y).Count();

        static uint[] ToShort(ulong[] values) => values.Select(value => (uint)value).Distinct().Order().ToArray();
    });

    [Fact]
    public void Every_width_of_vector_counts_what_the_specification_counts() => Gen.Select(Set, Set).Sample((a, b) =>
    {
        var expected = SortedSets.Walk<ulong>(a, b);
        var (x, y) = (Array.ConvertAll(a, value => (uint)(value % 100_000)).Distinct().Order().ToArray(), Array.ConvertAll(b, value => (uint)(value % 100_000)).Distinct().Order().ToArray());
        var expectedOfShort = SortedSets.Walk<uint>(x, y);
        return Counts<LaneBytes128>() && Counts<LaneBytes256>() && Counts<LaneBytes512>();

        bool Counts<TBytes>()
            where TBytes : struct, ILaneBytes =>
            SortedSets.Meet<TBytes, ulong>(a, b) == expected && SortedSets.Meet<TBytes, uint>(x, y) == expectedOfShort;
    });

    [Fact]
    public void No_read_leaves_the_sets()
    {
        using var guarded = new GuardedMemory(257 * sizeof(ulong));
        for (var length = 0; length <= 257; length++)
        {
            var values = Enumerable.Range(0, length).Select(i => (ulong)i * 3).ToArray();
            var placed = MemoryMarshal.Cast<byte, ulong>(guarded.Place(MemoryMarshal.AsBytes<ulong>(values)));
            Assert.Equal(length, SortedSets.IntersectionSize(placed, values));
            Assert.Equal(length, SortedSets.IntersectionSize(values, placed));
        }
    }

    [Fact]
    public void Distinct_moves_each_value_to_the_front_once() => Gen.ULong[0, 30].Array[0, 60].Sample(values =>
    {
        Array.Sort(values);
        var expected = values.Distinct().ToArray();
        var count = SortedSets.Distinct(values.AsSpan());
        return values[..count].SequenceEqual(expected);
    });
}
