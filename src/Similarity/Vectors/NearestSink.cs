namespace Similarity;

/// <summary>Offers the pairs of one thread to the nearest rows of both their rows.</summary>
internal sealed class NearestSink(VectorTable table, JoinWindow window, NearestOfAll nearest) : ITileSink
{
    private readonly int _width = TileKernel.ColumnVectors * 16;
    private int _column = -1;
    private float _columnLimit;

    public float LimitOf(int firstRow, int firstColumn)
    {
        var limits = nearest.Limits;
        if (firstColumn != _column)
        {
            // The limits of the columns are looked at once a panel: they only rise.
            _column = firstColumn;
            _columnLimit = LeastOf(limits.Slice(firstColumn, Math.Min(_width, limits.Length - firstColumn)));
        }
        return Math.Min(_columnLimit, LeastOf(limits.Slice(firstRow, Math.Min(TileKernel.Rows, limits.Length - firstRow))));
    }

    public void Take(int firstRow, int firstColumn, ReadOnlySpan<float> products)
    {
        var limits = nearest.Limits;
        var width = products.Length / TileKernel.Rows;
        var columns = Math.Min(width, table.Count - firstColumn);
        var ofColumns = limits.Slice(firstColumn, columns);
        for (var row = 0; row < TileKernel.Rows && firstRow + row < table.Count; row++)
        {
            var ofRow = limits[firstRow + row];
            var values = products.Slice(row * width, columns);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] >= ofRow || values[i] >= ofColumns[i]) Offer(firstRow + row, firstColumn + i);
            }
        }
    }

    private void Offer(int a, int b)
    {
        if (a >= b || !window.Holds(a, b)) return;
        var cosine = Cosine.Dot(table[a], table[b]);
        nearest.Offer(a, b, cosine);
        nearest.Offer(b, a, cosine);
    }

    private static float LeastOf(ReadOnlySpan<float> limits)
    {
        var least = float.PositiveInfinity;
        foreach (var limit in limits) least = Math.Min(least, limit);
        return least;
    }
}
