namespace Similarity;

/// <summary>Collects the pairs of one thread whose cosine reaches a threshold.</summary>
internal sealed class PairSink(VectorTable table, JoinWindow window, double threshold, PairBudget budget) : ITileSink
{
    private readonly float _limit = Rounding.Down(threshold - Cosine.SinglePrecisionError(table.Dimension));

    public List<CosinePair> Pairs { get; } = [];

    public float LimitOf(int firstRow, int firstColumn) => _limit;

    public void Take(int firstRow, int firstColumn, ReadOnlySpan<float> products)
    {
        var width = products.Length / TileKernel.Rows;
        for (var i = 0; i < products.Length; i++)
        {
            if (products[i] < _limit) continue;
            var (a, b) = (firstRow + (i / width), firstColumn + (i % width));
            if (a >= b || b >= table.Count || !window.Holds(a, b)) continue;
            var cosine = Cosine.Dot(table[a], table[b]);
            if (cosine < threshold) continue;
            budget.Spend();
            Pairs.Add(new CosinePair(a, b, (float)cosine));
        }
    }
}
