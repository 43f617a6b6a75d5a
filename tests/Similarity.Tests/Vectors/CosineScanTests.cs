using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CsCheck;

namespace Similarity.Tests;

public sealed class CosineScanTests
{
    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 3, 15 }, { 40, 16 }, { 41, 17 }, { 130, 31 }, { 1500, 100 }, { 5000, 33 }, { 90, 257 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Floats_and_bytes_find_what_comparing_all_finds(int rows, int dimension)
    {
        var table = VectorTables.Clustered(rows, dimension, seed: dimension);
        var bytes = new QuantizedTable(table);
        foreach (var query in new[] { 0, rows / 2, rows - 1 }.Select(row => table[row].ToArray()).Where(query => query.Any(value => value != 0)))
        {
            var all = Enumerable.Range(0, rows)
                .Select(row => (Row: row, Cosine: Cosine.DotScalar(table[row], query)))
                .OrderByDescending(row => row.Cosine).ThenBy(row => row.Row).ToList();
            foreach (var k in new[] { 1, 10, rows + 5 })
            {
                var expected = all.Take(k).Select(row => new CosineNeighbour(row.Row, (float)row.Cosine)).ToArray();
                Assert.Equal(expected, CosineScan.Nearest(table, query, k));
                Assert.Equal(expected, CosineScan.Nearest(bytes, query, k));
            }
            foreach (var threshold in new[] { -1, 0, 0.5, 0.999 })
            {
                var expected = all.Where(row => row.Cosine >= threshold).Select(row => new CosineNeighbour(row.Row, (float)row.Cosine)).ToArray();
                Assert.Equal(expected, CosineScan.Above(table, query, threshold));
                Assert.Equal(expected, CosineScan.Above(bytes, query, threshold));
            }
        }
    }

    [Fact]
    public void A_bound_is_never_below_the_cosine_and_seldom_far_above()
    {
        var table = VectorTables.Clustered(600, 100, seed: 9);
        var query = table[3].ToArray();
        var bounds = new float[table.Count];
        new ByteRowBounds(new QuantizedTable(table), query).Compute(0, bounds);
        Assert.All(Enumerable.Range(0, table.Count), row => Assert.InRange(bounds[row] - Cosine.Dot(table[row], query), 0, 0.05));

        Check<FloatLanes128, Vector128<float>>();
        Check<FloatLanes256, Vector256<float>>();
        Check<FloatLanes512, Vector512<float>>();

        void Check<TLanes, TVector>()
            where TLanes : struct, IFloatLanes<TVector>
            where TVector : struct
        {
            new FloatRowBounds(table, query).Compute<TLanes, TVector>(0, bounds);
            Assert.All(Enumerable.Range(0, table.Count), row => Assert.InRange(bounds[row] - Cosine.Dot(table[row], query), 0, 2e-5));
        }
    }

    [Fact]
    public void Every_form_of_the_byte_products_agrees() =>
        Gen.Select(Gen.Byte.Array[0, 1400], Gen.SByte[-127, 127].Array[1, 257]).Sample((rows, query) =>
        {
            var count = rows.Length / query.Length;
            var expected = new int[count];
            ByteDots.ComputeScalar(rows, query, expected);
            var dots = new int[count];
            ByteDots.Compute(rows, query, dots);
            if (!dots.SequenceEqual(expected)) return false;
            ByteDots.ComputeWidened(rows, query, dots);
            if (!dots.SequenceEqual(expected)) return false;
            if (query.Length < Vector256<byte>.Count) return true;
            if (Avx2.IsSupported)
            {
                ByteDots.ComputePairs(rows, query, dots);
                if (!dots.SequenceEqual(expected)) return false;
            }
            if (AvxVnni.IsSupported)
            {
                ByteDots.ComputeFused(rows, query, dots);
                if (!dots.SequenceEqual(expected)) return false;
            }
            return true;
        });

    [Fact]
    public void No_read_leaves_the_rows()
    {
        using var guarded = new GuardedMemory(3 * 257);
        for (var dimension = 1; dimension <= 257; dimension++)
        {
            var query = Enumerable.Range(0, dimension).Select(i => (sbyte)(i % 200 - 100)).ToArray();
            var rows = guarded.Place(Enumerable.Range(0, 3 * dimension).Select(i => (byte)(i * 7)).ToArray());
            var (expected, dots) = (new int[3], new int[3]);
            ByteDots.ComputeScalar(rows, query, expected);
            ByteDots.Compute(rows, query, dots);
            Assert.Equal(expected, dots);
        }
    }

    [Fact]
    public void The_largest_bytes_do_not_overflow()
    {
        var query = Enumerable.Repeat((sbyte)-127, VectorTable.MaxDimension).ToArray();
        var rows = Enumerable.Repeat((byte)255, VectorTable.MaxDimension).ToArray();
        var dots = new int[1];
        ByteDots.Compute(rows, query, dots);
        Assert.Equal(-127L * 255 * VectorTable.MaxDimension, dots[0]);
    }

    [Fact]
    public void What_cannot_be_a_query_is_refused()
    {
        var table = VectorTables.Clustered(5, 3, seed: 1);
        _ = Assert.Throws<ArgumentException>(() => CosineScan.Nearest(table, [1, 2], 1));
        _ = Assert.Throws<ArgumentException>(() => CosineScan.Nearest(table, [0, 0, 0], 1));
        _ = Assert.Throws<ArgumentException>(() => CosineScan.Nearest(table, [float.NaN, 0, 0], 1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => CosineScan.Nearest(table, [1, 0, 0], 0));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => CosineScan.Above(table, [1, 0, 0], 2));
        Assert.Empty(CosineScan.Nearest(new VectorTable(3), [1, 0, 0], 4));
    }
}
