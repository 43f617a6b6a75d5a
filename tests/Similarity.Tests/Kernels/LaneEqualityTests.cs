using CsCheck;

namespace Similarity.Tests;

public sealed class LaneEqualityTests
{
    private static readonly Gen<(byte[] A, byte[] B)> Pairs = Gen.Int[0, 257].SelectMany(lanes => Gen.Select(
        Gen.Byte[0, 1].Array[lanes * 4], Gen.Byte[0, 1].Array[lanes * 4]));

    [Fact]
    public void Every_width_of_vector_counts_what_the_specification_counts() => Pairs.Sample((a, b) =>
        Agrees<byte>(a, b, 1) && Agrees<ushort>(a, b, 2) && Agrees<uint>(a, b, 4));

    [Fact]
    public void No_read_leaves_the_lanes()
    {
        using var guarded = new GuardedMemory(257);
        for (var length = 0; length <= 257; length++)
        {
            var lanes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
            var placed = guarded.Place(lanes);
            Assert.Equal(length, LaneEquality.Count(placed, lanes, 1));
            Assert.Equal(length, LaneEquality.Count(lanes, placed, 1));
        }
    }

    private static bool Agrees<TLane>(byte[] a, byte[] b, int bytesPerLane)
        where TLane : unmanaged, IEquatable<TLane>
    {
        var expected = LaneEquality.CountScalar<TLane>(a, b);
        return LaneEquality.Count(a, b, bytesPerLane) == expected
            && LaneEquality.CountVectors<LaneBytes128, TLane>(a, b) == expected
            && LaneEquality.CountVectors<LaneBytes256, TLane>(a, b) == expected
            && LaneEquality.CountVectors<LaneBytes512, TLane>(a, b) == expected;
    }
}
