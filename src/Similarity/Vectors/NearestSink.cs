using System.Numerics;
using System.Runtime.Intrinsics;

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
        for (var row = 0; row < TileKernel.Rows && firstRow + row < table.Count; row++)
        {
            var ofRow = Vector256.Create(limits[firstRow + row]);
            for (var column = 0; column < width; column += Vector256<float>.Count)
            {
                var values = Vector256.Create(products[((row * width) + column)..]);
                var forRow = Vector256.GreaterThanOrEqual(values, ofRow).ExtractMostSignificantBits();
                var forColumn = Vector256.GreaterThanOrEqual(values, Vector256.Create(limits[(firstColumn + column)..])).ExtractMostSignificantBits();
                for (var hits = forRow | forColumn; hits != 0; hits &= hits - 1)
                {
                    var i = BitOperations.TrailingZeroCount(hits);
                    Offer(firstRow + row, firstColumn + column + i, (forRow >> i & 1) != 0, (forColumn >> i & 1) != 0);
                }
            }
        }
    }

    private void Offer(int a, int b, bool forA, bool forB)
    {
        if (a >= b || b >= table.Count || !window.Holds(a, b)) return;
        var cosine = Cosine.Dot(table[a], table[b]);
        if (forA) nearest.Offer(a, b, cosine);
        if (forB) nearest.Offer(b, a, cosine);
    }

    private static float LeastOf(ReadOnlySpan<float> limits)
    {
        var least = float.PositiveInfinity;
        foreach (var limit in limits) least = Math.Min(least, limit);
        return least;
    }
}
