namespace Similarity;

/// <summary>
/// Further candidates for stories from vectors of an embedder: each text's nearest by cosine, which need not share a word. Exact; of many texts
/// within a time window.
/// </summary>
internal sealed class VectorCandidates(StoryMeasure measure, VectorTable vectors, double floor)
{
    /// <summary>Texts that each brings.</summary>
    private const int Nearest = 24;

    /// <summary>With more texts than this only those near in time are compared, all with all.</summary>
    private const int MostWithoutWindow = 50_000;

    private const int WindowDays = 4;

    /// <summary>The pairs whose closeness is at least the floor.</summary>
    /// <param name="order">The texts in order of time, the undated last.</param>
    /// <param name="options">Threads and cancellation.</param>
    public List<StoryEdge> Find(int[] order, ParallelOptions options)
    {
        var rows = new VectorTable(vectors.Dimension);
        foreach (var text in order) _ = rows.Add(vectors[measure.Texts[text].Article]);
        var join = new CosineJoinOptions { Threads = options.MaxDegreeOfParallelism };
        if (order.Length > MostWithoutWindow)
        {
            join = join with { Times = order.Select(text => measure.Texts[text].Day < 0 ? int.MaxValue : (long)measure.Texts[text].Day).ToArray(), TimeWindow = WindowDays };
        }
        var edges = new List<StoryEdge>();
        foreach (var (place, neighbours) in CosineJoin.Nearest(rows, Nearest, join, options.CancellationToken).Index())
        {
            foreach (var neighbour in neighbours)
            {
                var (a, b) = (Math.Min(order[place], order[neighbour.Row]), Math.Max(order[place], order[neighbour.Row]));
                var closeness = measure.Closeness(a, b, measure.Vectors.Cosine(a, b));
                if (closeness >= floor) edges.Add(new StoryEdge(a, b, (float)closeness));
            }
        }
        return edges;
    }
}
