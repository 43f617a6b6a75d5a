namespace Similarity;

/// <summary>
/// Which pairs of texts may tell one story. Each text looks up its heaviest terms among the heaviest terms of others; those it shares
/// most with are measured. Rare terms are looked up first; the one that would lead to too many leads to the nearest of them in
/// time, and the rest to none, so the cost of a text is bounded whatever the size.
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

    /// <summary>Each pair once, in order: both of its texts may have found it.</summary>
    private static List<StoryEdge> Distinct(List<StoryEdge>[] batches)
    {
        var all = new List<StoryEdge>(batches.Sum(batch => batch.Count));
        foreach (var batch in batches) all.AddRange(batch);
        all.Sort(static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var kept = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (kept == 0 || all[kept - 1].A != all[i].A || all[kept - 1].B != all[i].B) all[kept++] = all[i];
        }
        all.RemoveRange(kept, all.Count - kept);
        return all;
    }

    /// <summary>The texts in order of time; the undated last, and in input order among equals.</summary>
    private int[] InTime()
    {
        var order = new StableOrder(measure.Texts.Count);
        order.SortBy(text => (uint)measure.Texts[text].Day);
        return order.Items;
    }
}
