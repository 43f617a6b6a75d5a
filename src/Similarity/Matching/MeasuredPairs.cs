namespace Similarity;

/// <summary>
/// Overlaps that have been measured, for texts that are grouped again whenever one joins them. Holds the pairs used last, up
/// to a bound: those of two generations, of which the older one is forgotten when the younger is full.
/// </summary>
/// <param name="most">Pairs a generation holds.</param>
/// <remarks>Thread-safe.</remarks>
internal sealed class MeasuredPairs(int most)
{
    private readonly Lock _lock = new();
    private Dictionary<(int, int), Overlap> _young = [];
    private Dictionary<(int, int), Overlap> _old = [];

    /// <summary>The overlap of two articles, A and B, where it is known.</summary>
    public Overlap? Find(int a, int b)
    {
        lock (_lock)
        {
            if (_young.TryGetValue((a, b), out var overlap)) return overlap;
            if (!_old.TryGetValue((a, b), out overlap)) return null;
            Keep(a, b, overlap);
            return overlap;
        }
    }

    /// <summary>Notes what was measured.</summary>
    public void Add(int a, int b, Overlap overlap)
    {
        lock (_lock) Keep(a, b, overlap);
    }

    /// <summary>Forgets them all.</summary>
    public void Clear()
    {
        lock (_lock) (_young, _old) = ([], []);
    }

    private void Keep(int a, int b, Overlap overlap)
    {
        if (_young.Count >= most) (_old, _young) = (_young, []);
        _young[(a, b)] = overlap;
    }
}
