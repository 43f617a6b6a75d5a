namespace Similarity;

/// <summary>
/// Connected parts of the graph of close pairs as the threshold falls, in one pass over the pairs from the closest on (union and find). Texts of one group
/// are connected from the start.
/// </summary>
internal sealed class Percolation
{
    private readonly int[] _parents;
    private readonly int[] _sizes;
    private readonly SortedDictionary<int, int> _counts = [];
    private double _squares;

    private Percolation(int texts)
    {
        _parents = new int[texts];
        _sizes = new int[texts];
    }

    /// <summary>The points at some thresholds.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="descending">Pairs, the closest first.</param>
    /// <param name="isChosen">Whether a text takes part.</param>
    /// <param name="thresholds">Ascending.</param>
    public static PercolationPoint[] Of(IReadOnlyList<StoryText> texts, IEnumerable<StoryEdge> descending, Func<int, bool> isChosen, IReadOnlyList<double> thresholds)
    {
        var graph = new Percolation(texts.Count);
        var chosen = graph.Start(texts, isChosen);
        var points = new PercolationPoint[thresholds.Count];
        var next = thresholds.Count - 1;
        foreach (var edge in descending)
        {
            while (next >= 0 && edge.Closeness < thresholds[next]) Take();
            if (next < 0) break;
            if (isChosen(edge.A) && isChosen(edge.B)) graph.Join(edge.A, edge.B);
        }
        while (next >= 0) Take();
        return points;

        void Take()
        {
            var largest = graph._counts.Count == 0 ? 0 : graph._counts.Keys.Last();
            points[next] = new PercolationPoint(thresholds[next--], (double)largest / Math.Max(1, chosen), (graph._squares - ((double)largest * largest)) / Math.Max(1, chosen));
        }
    }

    private int Start(IReadOnlyList<StoryText> texts, Func<int, bool> isChosen)
    {
        var first = new Dictionary<int, int>();
        var chosen = 0;
        for (var text = 0; text < texts.Count; text++)
        {
            _parents[text] = text;
            if (!isChosen(text)) continue;
            chosen++;
            Add(_sizes[text] = 1);
            if (texts[text].Group is var group && group >= 0 && !first.TryAdd(group, text)) Join(first[group], text);
        }
        return chosen;
    }

    private void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return;
        if (_sizes[a] < _sizes[b]) (a, b) = (b, a);
        Remove(_sizes[a]);
        Remove(_sizes[b]);
        _parents[b] = a;
        Add(_sizes[a] += _sizes[b]);
    }

    private void Add(int size)
    {
        _squares += (double)size * size;
        _counts[size] = _counts.GetValueOrDefault(size) + 1;
    }

    private void Remove(int size)
    {
        _squares -= (double)size * size;
        if (--_counts[size] == 0) _ = _counts.Remove(size);
    }

    private int Find(int text)
    {
        while (_parents[text] != text) text = _parents[text] = _parents[_parents[text]];
        return text;
    }
}
