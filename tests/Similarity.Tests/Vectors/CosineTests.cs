using System.Runtime.InteropServices;
using CsCheck;

namespace Similarity.Tests;

public sealed class CosineTests
{
    private static readonly Gen<(float[] A, float[] B)> Pairs = Gen.Int[0, 257].SelectMany(length =>
        Gen.Select(Gen.Float[-2, 2].Array[length], Gen.Float[-2, 2].Array[length]));

    [Fact]
    public void The_dot_product_has_the_very_bits_of_its_specification() =>
        Pairs.Sample((a, b) => Cosine.Dot(a, b).Equals(Cosine.DotScalar(a, b)));

    [Fact]
    public void The_sums_of_a_cosine_have_the_very_bits_of_their_specification() =>
        Pairs.Sample((a, b) => CosineSums.Of(a, b).Equals(CosineSums.OfScalar(a, b)));

    [Fact]
    public void The_cosine_is_the_dot_product_over_the_lengths() => Pairs.Sample((a, b) =>
    {
        var norms = Math.Sqrt(Cosine.DotScalar(a, a)) * Math.Sqrt(Cosine.DotScalar(b, b));
        var expected = norms == 0 ? 0 : Cosine.DotScalar(a, b) / norms;
        return Math.Abs(Cosine.Similarity(a, b) - expected) < 257 * 6e-8;
    });

    [Fact]
    public void Extreme_values_have_cosines_too()
    {
        Assert.Equal(1, Cosine.Similarity([float.MaxValue, float.MaxValue], [float.MaxValue, float.MaxValue]));
        Assert.Equal(-1, Cosine.Similarity([float.Epsilon, 0], [-float.Epsilon, 0]));
        Assert.Equal(0, Cosine.Similarity([0, 0], [1, 2]));
        Assert.Equal(0, Cosine.Similarity([], []));
        _ = Assert.Throws<ArgumentException>(() => Cosine.Similarity([1], [1, 2]));
        _ = Assert.Throws<ArgumentException>(() => Cosine.Dot([1], [1, 2]));
    }

    [Fact]
    public void No_read_leaves_the_vectors()
    {
        using var guarded = new GuardedMemory(257 * sizeof(float));
        for (var length = 0; length <= 257; length++)
        {
            var values = Enumerable.Range(0, length).Select(i => i - 100f).ToArray();
            var placed = MemoryMarshal.Cast<byte, float>(guarded.Place(MemoryMarshal.AsBytes<float>(values)));
            Assert.Equal(Cosine.DotScalar(values, values), Cosine.Dot(placed, placed));
        }
    }

    [Fact]
    public void Rows_are_scaled_to_unit_length_whatever_their_size()
    {
        var table = new VectorTable(3);
        foreach (var row in new float[][] { [3, 4, 0], [1e38f, 2e38f, 3e38f], [1e-44f, 0, 1e-44f], [0, 0, 0] }) _ = table.Add(row);
        Assert.Equal([0.6f, 0.8f, 0], table[0].ToArray());
        Assert.All([0, 1, 2], row => Assert.InRange(Cosine.Dot(table[row], table[row]), 1 - 1e-6, 1 + 1e-6));
        Assert.Equal([0, 0, 0], table[3].ToArray());
    }

    [Fact]
    public void A_table_refuses_what_is_no_vector_of_it_and_names_the_row()
    {
        var table = new VectorTable(2);
        _ = table.Add([1, 2]);
        Assert.Contains("Row 1: expected 2 dimensions, found 3", Assert.Throws<ArgumentException>(() => table.Add([1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1: dimension 1 is NaN", Assert.Throws<ArgumentException>(() => table.Add([1, float.NaN])).Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentException>(() => table.Add([float.PositiveInfinity, 1]));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new VectorTable(0));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => table[1].Length);
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void A_table_holds_more_rows_than_a_chunk()
    {
        var table = new VectorTable(VectorTable.MaxDimension);
        var row = new float[VectorTable.MaxDimension];
        for (var i = 0; i < 150; i++)
        {
            row[i] = 1;
            _ = table.Add(row);
            row[i] = 0;
        }
        Assert.All(Enumerable.Range(0, 150), i => Assert.Equal(1, table[i][i]));
        Assert.Single(CosineScan.Above(table, table[149], 0.5));
    }
}
