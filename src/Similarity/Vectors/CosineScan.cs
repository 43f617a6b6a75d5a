using System.Numerics;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Compares one vector with all rows of a table: those above a threshold, or the nearest. Exact, whether it looks at
/// floats or at bytes: <see cref="Cosine.Dot"/> decides on every row that is found.
/// </summary>
/// <remarks>Thread-safe. A scan costs a read of the table's memory, and runs on the calling thread.</remarks>
public static class CosineScan
{
    /// <summary>Rows whose bounds are computed before they are looked at: few enough to stay in the nearest cache.</summary>
    private const int RowsAtATime = 4096;

    /// <summary>The rows whose cosine with <paramref name="query"/> is <paramref name="threshold"/> or more, nearest first; of equal ones the smaller row first.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="query">As many finite values as a row has, of any length but zero.</param>
    /// <param name="threshold">−1 to 1.</param>
    public static CosineNeighbour[] Above(VectorTable table, ReadOnlySpan<float> query, double threshold)
    {
        ArgumentNullException.ThrowIfNull(table);
        var unit = ToUnit(table, query);
        return Above(table, table.Count, new FloatRowBounds(table, unit), unit, threshold);
    }

    /// <summary>The same over bytes.</summary>
    public static CosineNeighbour[] Above(QuantizedTable table, ReadOnlySpan<float> query, double threshold)
    {
        ArgumentNullException.ThrowIfNull(table);
        var unit = ToUnit(table.Table, query);
        return Above(table.Table, table.Count, new ByteRowBounds(table, unit), unit, threshold);
    }

    /// <summary>The <paramref name="k"/> rows of largest cosine with <paramref name="query"/>, nearest first; of equal ones the smaller row first.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="query">As many finite values as a row has, of any length but zero.</param>
    /// <param name="k">1 or more; where there are fewer rows, all of them.</param>
    public static CosineNeighbour[] Nearest(VectorTable table, ReadOnlySpan<float> query, int k)
    {
        ArgumentNullException.ThrowIfNull(table);
        var unit = ToUnit(table, query);
        return Nearest(table, table.Count, new FloatRowBounds(table, unit), unit, k);
    }

    /// <summary>The same over bytes.</summary>
    public static CosineNeighbour[] Nearest(QuantizedTable table, ReadOnlySpan<float> query, int k)
    {
        ArgumentNullException.ThrowIfNull(table);
        var unit = ToUnit(table.Table, query);
        return Nearest(table.Table, table.Count, new ByteRowBounds(table, unit), unit, k);
    }

    private static CosineNeighbour[] Above(VectorTable table, int count, IRowBounds bounds, float[] query, double threshold)
    {
        if (threshold is not (>= -1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A cosine is from −1 to 1.");
        var found = new List<(int Row, double Cosine)>();
        var limit = Rounding.Down(threshold);
        Scan(count, bounds, () => limit, row =>
        {
            var cosine = Cosine.Dot(table[row], query);
            if (cosine >= threshold) found.Add((row, cosine));
        });
        return [.. found.OrderByDescending(row => row.Cosine).ThenBy(row => row.Row).Select(row => new CosineNeighbour(row.Row, (float)row.Cosine))];
    }

    private static CosineNeighbour[] Nearest(VectorTable table, int count, IRowBounds bounds, float[] query, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (count == 0) return [];
        var nearest = new NearestRows(Math.Min(k, count));
        Scan(count, bounds, () => Rounding.Down(nearest.Least), row => nearest.Offer(row, Cosine.Dot(table[row], query)));
        return nearest.ToArray();
    }

    /// <summary>Takes each row whose bound reaches the limit, which may rise with every row that is taken.</summary>
    private static void Scan(int count, IRowBounds bounds, Func<float> limit, Action<int> take)
    {
        Span<float> some = stackalloc float[RowsAtATime];
        for (var first = 0; first < count; first += RowsAtATime)
        {
            some = some[..Math.Min(RowsAtATime, count - first)];
            bounds.Compute(first, some);
            var least = limit();
            for (var i = 0; i < some.Length; i++)
            {
                i += RowsBelow(some[i..], least);
                if (i >= some.Length) break;
                take(first + i);
                least = limit();
            }
        }
    }

    /// <summary>How many rows stand before the first whose bound reaches <paramref name="limit"/>.</summary>
    private static int RowsBelow(ReadOnlySpan<float> bounds, float limit)
    {
        var limits = Vector256.Create(limit);
        var i = 0;
        for (; i <= bounds.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var hits = Vector256.GreaterThanOrEqual(Vector256.Create(bounds[i..]), limits).ExtractMostSignificantBits();
            if (hits != 0) return i + BitOperations.TrailingZeroCount(hits);
        }
        while (i < bounds.Length && bounds[i] < limit) i++;
        return i;
    }

    private static float[] ToUnit(VectorTable table, ReadOnlySpan<float> query)
    {
        var single = new VectorTable(table.Dimension);
        var row = single[single.Add(query)];
        if (!row.ContainsAnyExcept(0f)) throw new ArgumentException("A query of zeros has no direction.", nameof(query));
        return row.ToArray();
    }
}
