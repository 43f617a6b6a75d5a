using System.Runtime.Intrinsics;

namespace Similarity.Tests;

public sealed class CosineJoinTests
{
    public static TheoryData<int, int> Sizes => new() { { 0, 3 }, { 1, 1 }, { 2, 7 }, { 33, 16 }, { 97, 100 }, { 300, 31 }, { 520, 40 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_finds_the_pairs_that_comparing_all_finds(int rows, int dimension)
    {
        var table = VectorTables.Clustered(rows, dimension, seed: rows);
        foreach (var threshold in new[] { -1, -0.2, 0, 0.3, 0.8, 1 })
        {
            Assert.Equal(AllPairs(table, threshold, (_, _) => true), CosineJoin.PairsAbove(table, threshold));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void It_finds_the_nearest_that_comparing_all_finds(int rows, int dimension)
    {
        var table = VectorTables.Clustered(rows, dimension, seed: rows);
        foreach (var k in new[] { 1, 3, 10, 1000 }) Assert.Equal(AllNearest(table, k, (_, _) => true), CosineJoin.Nearest(table, k));
    }

    [Fact]
    public void Only_pairs_within_the_window_are_compared()
    {
        var table = VectorTables.Clustered(400, 20, seed: 1);
        var times = Enumerable.Range(0, 400).Select(row => (long)(row / 3 * 10)).ToArray();
        foreach (var window in new[] { 0L, 9, 10, 35, long.MaxValue })
        {
            var options = new CosineJoinOptions { Times = times, TimeWindow = window };
            bool Holds(int a, int b) => Math.Abs(times[a] - times[b]) <= window;
            Assert.Equal(AllPairs(table, 0.4, Holds), CosineJoin.PairsAbove(table, 0.4, options));
            Assert.Equal(AllNearest(table, 4, Holds), CosineJoin.Nearest(table, 4, options));
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var table = VectorTables.Clustered(900, 24, seed: 2);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            var options = new CosineJoinOptions { Threads = threads };
            Assert.Equal(CosineJoin.PairsAbove(table, 0.2), CosineJoin.PairsAbove(table, 0.2, options));
            Assert.Equal(CosineJoin.Nearest(table, 5), CosineJoin.Nearest(table, 5, options));
        }
    }

    [Theory]
    [InlineData(300, 31)]
    [InlineData(70, 257)]
    public void Every_width_of_vector_finds_the_same(int rows, int dimension)
    {
        var table = VectorTables.Clustered(rows, dimension, seed: 3);
        var expected = AllPairs(table, 0.25, (_, _) => true);
        Assert.Equal(expected, Pairs<FloatLanes128, Vector128<float>>());
        Assert.Equal(expected, Pairs<FloatLanes256, Vector256<float>>());
        Assert.Equal(expected, Pairs<FloatLanes512, Vector512<float>>());

        IEnumerable<CosinePair> Pairs<TLanes, TVector>()
            where TLanes : struct, IFloatLanes<TVector>
            where TVector : struct
        {
            var sink = new PairSink(table, default, 0.25, new PairBudget(100_000));
            TileJoin.Run<TLanes, TVector, PairSink>(table, default, () => sink, new ParallelOptions { MaxDegreeOfParallelism = 1 });
            return sink.Pairs.OrderBy(pair => pair.A).ThenBy(pair => pair.B);
        }
    }

    [Fact]
    public void A_thousand_equal_rows_have_the_smallest_rows_as_their_nearest()
    {
        var table = new VectorTable(8);
        for (var row = 0; row < 1000; row++) _ = table.Add([1, 2, 3, 4, 5, 6, 7, 8]);
        var nearest = CosineJoin.Nearest(table, 2);
        Assert.Equal([1, 2], nearest[0].Select(found => found.Row));
        Assert.Equal([0, 1], nearest[999].Select(found => found.Row));
    }

    [Fact]
    public void More_pairs_than_allowed_are_refused_by_name()
    {
        var table = VectorTables.Clustered(300, 4, seed: 4);
        var fault = Assert.Throws<InvalidOperationException>(() => CosineJoin.PairsAbove(table, -1, new CosineJoinOptions { MaxPairs = 1000, Threads = 2 }));
        Assert.Contains("1000 pairs", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var table = VectorTables.Clustered(3, 4, seed: 5);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => CosineJoin.PairsAbove(table, 1.01));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => CosineJoin.PairsAbove(table, double.NaN));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => CosineJoin.Nearest(table, 0));
        _ = Assert.Throws<ArgumentException>(() => CosineJoin.Nearest(table, 1, new CosineJoinOptions { Times = new long[] { 1, 2 } }));
        _ = Assert.Throws<ArgumentException>(() => CosineJoin.Nearest(table, 1, new CosineJoinOptions { Times = new long[] { 1, 3, 2 } }));
    }

    private static List<CosinePair> AllPairs(VectorTable table, double threshold, Func<int, int, bool> holds) =>
    [
        .. from a in Enumerable.Range(0, table.Count)
           from b in Enumerable.Range(a + 1, table.Count - a - 1)
           let cosine = Cosine.DotScalar(table[a], table[b])
           where cosine >= threshold && holds(a, b)
           select new CosinePair(a, b, (float)cosine),
    ];

    private static CosineNeighbour[][] AllNearest(VectorTable table, int k, Func<int, int, bool> holds) =>
    [
        .. Enumerable.Range(0, table.Count).Select(row => Enumerable.Range(0, table.Count)
            .Where(other => other != row && holds(row, other))
            .Select(other => (Row: other, Cosine: Cosine.DotScalar(table[row], table[other])))
            .OrderByDescending(other => other.Cosine).ThenBy(other => other.Row)
            .Take(k)
            .Select(other => new CosineNeighbour(other.Row, (float)other.Cosine)).ToArray()),
    ];
}
