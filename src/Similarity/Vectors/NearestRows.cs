namespace Similarity;

/// <summary>
/// The <c>k</c> rows of largest cosine among those offered; of equal ones the smaller row. What is kept is exact, and
/// does not depend on the order of the offers.
/// </summary>
/// <remarks>Not thread-safe. Its memory grows with what is kept; an offer that is kept costs time in proportion to that.</remarks>
internal sealed class NearestRows(int k)
{
    private (double Cosine, int Row)[] _kept = new (double, int)[Math.Min(k, 16)];
    private int _count;

    /// <summary>No row of a smaller cosine can still be among the nearest.</summary>
    public double Least => _count < k ? double.NegativeInfinity : _kept[k - 1].Cosine;

    /// <summary>The nearest rows, nearest first.</summary>
    public CosineNeighbour[] ToArray() => [.. _kept.Take(_count).Select(kept => new CosineNeighbour(kept.Row, (float)kept.Cosine))];

    public void Offer(int row, double cosine)
    {
        if (_count == k && !IsNearer(cosine, row, _kept[k - 1])) return;
        if (_count == _kept.Length && _count < k) Array.Resize(ref _kept, (int)Math.Min(k, _count * 2L));
        var at = _count < k ? _count++ : k - 1;
        for (; at > 0 && IsNearer(cosine, row, _kept[at - 1]); at--) _kept[at] = _kept[at - 1];
        _kept[at] = (cosine, row);
    }

    private static bool IsNearer(double cosine, int row, (double Cosine, int Row) other) =>
        cosine > other.Cosine || (cosine == other.Cosine && row < other.Row);
}
