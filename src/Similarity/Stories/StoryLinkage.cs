namespace Similarity;

/// <summary>
/// Average linkage (Sokal and Michener 1958) over a sparse graph: the two clusters of the highest mean closeness become one, until no
/// mean reaches the threshold. One close pair never joins two stories, so nothing chains.
/// </summary>
/// <remarks>
/// A mean is no more than the highest of its parts. A pair of clusters whose mean was computed before one of them grew therefore stands in
/// the queue with a value that is high enough, and is computed again only when it comes to the front. Two clusters whose mean
/// reaches the threshold have a pair of texts that does; where all such pairs are edges, the result is that of the full matrix.
/// </remarks>
internal sealed class StoryLinkage
{
    /// <summary>Pairs of which it is known that their mean was computed. A forgotten one is computed again.</summary>
    private const int MostRemembered = 1 << 22;

    private readonly StoryMeasure _measure;
    private readonly double _threshold;
    private readonly StoryCluster?[] _clusters;
    private readonly int[] _parents;
    private readonly int[] _versions;
    private readonly List<StoryEdge> _edges;
    private readonly PriorityQueue<int, StoryEdge> _means = new(Comparer<StoryEdge>.Create(Compare));
    private readonly Dictionary<(int A, int B), int> _evaluated = [];

    private StoryLinkage(StoryMeasure measure, ReadOnlySpan<int> texts, IEnumerable<StoryEdge> edges, double threshold)
    {
        _edges = [.. edges.Where(edge => edge.Closeness >= threshold)];
        _edges.Sort(Compare);
        _measure = measure;
        _threshold = threshold;
        _clusters = new StoryCluster?[texts.Length];
        _parents = new int[texts.Length];
        _versions = new int[texts.Length];
        for (var place = 0; place < texts.Length; place++)
        {
            _parents[place] = place;
            _clusters[place] = StoryCluster.Of(texts[place], measure);
        }
    }

    /// <summary>The clusters of all texts, in order of their first text; texts of one group are one from the start.</summary>
    public static List<StoryCluster> Cluster(StoryMeasure measure, IReadOnlyList<StoryEdge> edges, double threshold, CancellationToken cancellation)
    {
        var texts = new int[measure.Texts.Count];
        for (var text = 0; text < texts.Length; text++) texts[text] = text;
        return Cluster(measure, texts, edges, threshold, cancellation);
    }

    /// <summary>The clusters of some texts.</summary>
    /// <param name="measure">How close two texts are.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="edges">Close pairs of them, by their places in <paramref name="texts"/>.</param>
    /// <param name="threshold">The least mean closeness.</param>
    /// <param name="cancellation">Stops it.</param>
    public static List<StoryCluster> Cluster(StoryMeasure measure, ReadOnlySpan<int> texts, IEnumerable<StoryEdge> edges, double threshold, CancellationToken cancellation)
    {
        var linkage = new StoryLinkage(measure, texts, edges, threshold);
        linkage.MergeGroups();
        linkage.Run(cancellation);
        return [.. linkage._clusters.OfType<StoryCluster>()];
    }

    private void MergeGroups()
    {
        var first = new Dictionary<int, int>();
        for (var place = 0; place < _parents.Length; place++)
        {
            var group = _measure.Texts[_clusters[place]!.Texts[0]].Group;
            if (group >= 0 && !first.TryAdd(group, place)) Merge(first[group], place);
        }
    }

    private void Run(CancellationToken cancellation)
    {
        for (var (step, next) = (1, 0); TakeClosest(ref next, out var pair, out var pairVersions); step++)
        {
            if ((step & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            var (a, b) = (Find(pair.A), Find(pair.B));
            if (a == b) continue;
            if (a > b) (a, b) = (b, a);
            var versions = _versions[a] + _versions[b];
            if (a == pair.A && b == pair.B && versions == pairVersions)
            {
                _ = _evaluated.Remove((a, b));
                Merge(a, b);
                continue;
            }
            if (_evaluated.TryGetValue((a, b), out var known) && known == versions) continue;
            if (_evaluated.Count == MostRemembered) _evaluated.Clear();
            _evaluated[(a, b)] = versions;
            var mean = StoryCluster.MeanCloseness(_clusters[a]!, _clusters[b]!, _measure);
            if (mean >= _threshold) _means.Enqueue(versions, new StoryEdge(a, b, (float)Math.Min(mean, pair.Closeness)));
        }
    }

    /// <summary>The closest of all that is left: a pair of texts, or one of clusters whose mean was computed when they had changed so often.</summary>
    private bool TakeClosest(ref int next, out StoryEdge pair, out int versions)
    {
        if (_means.TryPeek(out versions, out pair) && (next == _edges.Count || Compare(pair, _edges[next]) <= 0))
        {
            _ = _means.Dequeue();
            return true;
        }
        if (next == _edges.Count) return false;
        (pair, versions) = (_edges[next++], 0);
        return true;
    }

    private void Merge(int a, int b)
    {
        _clusters[a] = StoryCluster.Merge(_clusters[a]!, _clusters[b]!, _measure);
        _clusters[b] = null;
        _parents[b] = a;
        _versions[a] += _versions[b] + 1;
    }

    private int Find(int place)
    {
        while (_parents[place] != place) place = _parents[place] = _parents[_parents[place]];
        return place;
    }

    /// <summary>The highest closeness first; among equals the lower texts.</summary>
    private static int Compare(StoryEdge x, StoryEdge y)
    {
        var order = y.Closeness.CompareTo(x.Closeness);
        if (order != 0) return order;
        order = x.A.CompareTo(y.A);
        return order != 0 ? order : x.B.CompareTo(y.B);
    }
}
