using System.Numerics;
using System.Runtime.Intrinsics;

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
        for (var at = 0; at < products.Length; at += Vector256<float>.Count)
        {
            var hits = Vector256.GreaterThanOrEqual(Vector256.Create(products[at..]), Vector256.Create(_limit)).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                var i = at + BitOperations.TrailingZeroCount(hits);
                Decide(firstRow + (i / width), firstColumn + (i % width));
            }
        }
    }

    private void Decide(int a, int b)
    {
        if (a >= b || b >= table.Count || !window.Holds(a, b)) return;
        var cosine = Cosine.Dot(table[a], table[b]);
        if (cosine < threshold) return;
        budget.Spend();
        Pairs.Add(new CosinePair(a, b, (float)cosine));
    }
}
