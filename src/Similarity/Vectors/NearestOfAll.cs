namespace Similarity;

/// <summary>For each row of a table the nearest others, as they are found, and what a product must reach to change them.</summary>
/// <remarks>Thread-safe. A limit that is read while another thread raises it only lets more through.</remarks>
internal sealed class NearestOfAll
{
    /// <summary>Columns behind the last row that a tile may have.</summary>
    private const int Behind = 64;

    private readonly NearestRows[] _nearest;
    private readonly float[] _limits;
    private readonly float _error;

    public NearestOfAll(VectorTable table, int k)
    {
        _nearest = new NearestRows[table.Count];
        for (var row = 0; row < _nearest.Length; row++) _nearest[row] = new NearestRows(k);
        _limits = new float[table.Count + Behind];
        Array.Fill(_limits, float.NegativeInfinity);
        _limits.AsSpan(table.Count).Fill(float.PositiveInfinity);
        _error = Cosine.SinglePrecisionError(table.Dimension);
    }

    /// <summary>For each row the least product, in single precision, that may belong to one of its nearest; for the columns that a
    /// tile has behind the last row, more than any.</summary>
    public ReadOnlySpan<float> Limits => _limits;

    /// <summary>For each row its nearest, nearest first.</summary>
    public CosineNeighbour[][] ToArray() => [.. _nearest.Select(rows => rows.ToArray())];

    public void Offer(int row, int other, double cosine)
    {
        var nearest = _nearest[row];
        lock (nearest)
        {
            nearest.Offer(other, cosine);
            _limits[row] = Rounding.Down(nearest.Least - _error);
        }
    }
}
