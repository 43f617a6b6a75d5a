namespace Similarity;

/// <summary>
/// Which pairs of texts may tell one story. Each text looks up its heaviest terms among the heaviest terms of others; those it shares
/// most with are measured. Rare terms are looked up first; the one that would lead to too many leads to the nearest of them in
/// time, and the rest to none, so the cost of a text is bounded whatever the size. A text looks among those before it in time, so each pair is
/// found once.
/// </summary>
/// <param name="measure">What is measured.</param>
/// <param name="floor">The least closeness of a pair that is kept.</param>
/// <param name="embedded">Vectors of the articles, which bring further candidates; <see langword="null"/> for none.</param>
internal sealed class StoryCandidates(StoryMeasure measure, double floor, VectorTable? embedded = null)
{
    private const int TextsABatch = 64;

    /// <summary>The pairs whose closeness is at least the floor, in order of their texts.</summary>
    public List<StoryEdge> Find(ParallelOptions parallel)
    {
        var order = InTime();
        var postings = new CollectedPostings(measure.Vectors, order, CandidateSearcher.MostTerms);
        var edges = new List<StoryEdge>[(order.Length + TextsABatch - 1) / TextsABatch];
        ParallelLoop.Run(edges.Length, parallel, () => new CandidateSearcher(measure, postings, floor), Search, _ => { });
        return Distinct(embedded is null ? edges : [.. edges, new VectorCandidates(measure, embedded, floor).Find(order, parallel)]);

        void Search(int batch, CandidateSearcher searcher)
        {
            edges[batch] = [];
            for (var place = batch * TextsABatch; place < Math.Min((batch + 1) * TextsABatch, order.Length); place++) searcher.Search(place, edges[batch]);
        }
    }

    /// <summary>Each pair once, in order: an embedder may bring what terms have found too.</summary>
    private List<StoryEdge> Distinct(List<StoryEdge>[] batches)
    {
        // By the first text with counts, and by the second among those of one first text.
        var starts = new int[measure.Texts.Count + 1];
        foreach (var edge in batches.SelectMany(batch => batch)) starts[edge.A + 1]++;
        for (var text = 1; text < starts.Length; text++) starts[text] += starts[text - 1];
        var packed = new ulong[starts[^1]];
        for (var batch = 0; batch < batches.Length; batch++)
        {
            foreach (var edge in batches[batch]) packed[starts[edge.A]++] = ((ulong)edge.B << 32) | BitConverter.SingleToUInt32Bits(edge.Closeness);
            batches[batch] = [];
        }
        var edges = new List<StoryEdge>(packed.Length);
        for (var (text, first) = (0, 0); text < measure.Texts.Count; first = starts[text++])
        {
            var run = packed.AsSpan(first, starts[text] - first);
            run.Sort();
            for (var i = 0; i < run.Length; i++)
            {
                var other = (int)(run[i] >> 32);
                if (i == 0 || other != (int)(run[i - 1] >> 32)) edges.Add(new StoryEdge(text, other, BitConverter.UInt32BitsToSingle((uint)run[i])));
            }
        }
        return edges;
    }

    /// <summary>The texts in order of time; the undated last, and in input order among equals.</summary>
    private int[] InTime()
    {
        var order = new StableOrder(measure.Texts.Count);
        order.SortBy(text => (uint)measure.Texts[text].Day);
        return order.Items;
    }
}
