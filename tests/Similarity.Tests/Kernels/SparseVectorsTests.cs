using System.Runtime.InteropServices;
using CsCheck;

namespace Similarity.Tests;

public sealed class SparseVectorsTests
{
    private static readonly Gen<(int[] Places, float[] Values)> Vectors =
        from places in Gen.OneOf(Gen.Int[0, 40].Array[0, 40], Gen.Int[0, 3000].Array[0, 900], Gen.Int[0, 100_000].Array[0, 30])
        from values in Gen.Float[0, 1].Array[places.Length]
        let distinct = places.Distinct().Order().ToArray()
        select (distinct, values[..distinct.Length]);

    [Fact]
    public void A_product_has_the_bits_of_its_specification_in_either_order() => Gen.Select(Vectors, Vectors).Sample((a, b) =>
    {
        var expected = SparseVectors.Walk(a.Places, a.Values, b.Places, b.Values);
        return Same(expected, SparseVectors.Dot(a.Places, a.Values, b.Places, b.Values)) && Same(expected, SparseVectors.Dot(b.Places, b.Values, a.Places, a.Values));
    });

    [Fact]
    public void Nothing_is_read_beyond_the_ends()
    {
        using var guarded = new GuardedMemory(80 * sizeof(int));
        for (var many = 1; many <= 80; many++)
        {
            var places = MemoryMarshal.Cast<byte, int>(guarded.Place(MemoryMarshal.AsBytes(Enumerable.Range(0, many).ToArray().AsSpan())));
            float[] values = [.. Enumerable.Repeat(1f, many)];
            Assert.Equal(1, SparseVectors.Dot([many - 1, many + 5], [1, 1], places, values));
        }
    }

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);
}
