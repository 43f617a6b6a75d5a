namespace Similarity;

/// <summary>
/// The <c>k</c> rows of largest cosine among those offered; of equal ones the smaller row. What is kept is exact, and
/// does not depend on the order of the offers.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NearestRows(int k)
{
    private readonly (double Cosine, int Row)[] _kept = new (double, int)[k];
    private int _count;

    /// <summary>No row of a smaller cosine can still be among the nearest.</summary>
    public double Least => _count < k ? double.NegativeInfinity : _kept[^1].Cosine;

    /// <summary>The nearest rows, nearest first.</summary>
    public CosineNeighbour[] ToArray() => [.. _kept.Take(_count).Select(kept => new CosineNeighbour(kept.Row, (float)kept.Cosine))];

    public void Offer(int row, double cosine)
    {
        if (_count == k && !IsNearer(cosine, row, _kept[^1])) return;
        var at = _count < k ? _count++ : k - 1;
        for (; at > 0 && IsNearer(cosine, row, _kept[at - 1]); at--) _kept[at] = _kept[at - 1];
        _kept[at] = (cosine, row);
    }

    private static bool IsNearer(double cosine, int row, (double Cosine, int Row) other) =>
        cosine > other.Cosine || (cosine == other.Cosine && row < other.Row);
}
