namespace Similarity;

/// <summary>
/// Finds the pairs worth verifying. Two channels: equal bands find texts that resemble each other as wholes, shared
/// fingerprints find passages, whatever the lengths. Both sort (key, rank) postings and scan the buckets, one band or
/// one slice of the fingerprints at a time, so that working memory is a few bytes an article.
/// </summary>
internal sealed class CandidateSearch(ArticleTable table, ArticleRanking ranking, int bands)
{
    /// <summary>Fingerprints sorted at a time, on average.</summary>
    private const int SliceTarget = 1 << 20;

    /// <summary>Candidate pairs of ranks, ascending; see <see cref="PairCollector.Admitted"/>.</summary>
    public ulong[] Find(int threads, CancellationToken cancellation)
    {
        var slices = SliceCount();
        var all = new PairCollector();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        _ = Parallel.For(
            0,
            bands + slices,
            parallel,
            () => new Worker(),
            (task, _, worker) =>
            {
                if (task < bands) CollectBand(task, worker);
                else CollectSlice(task - bands, slices, worker);
                return worker;
            },
            worker =>
            {
                lock (all) all.Merge(worker.Pairs);
            });
        return all.Admitted();
    }

    private void CollectBand(int band, Worker worker)
    {
        worker.Postings.Clear();
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            worker.Postings.Add(table.BandKeysOf(ranking[rank])[band], rank);
        }
        BucketPairs.Collect(worker.Postings.Sorted(), times: PairCollector.Admission, worker.Pairs);
    }

    private void CollectSlice(int slice, int slices, Worker worker)
    {
        worker.Postings.Clear();
        var first = (uint)(((ulong)slice << 32) / (ulong)slices);
        var last = (uint)((((ulong)(slice + 1) << 32) / (ulong)slices) - 1);
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            var fingerprints = table.FingerprintsOf(ranking[rank]);
            var at = fingerprints.BinarySearch(first);
            for (var i = at < 0 ? ~at : at; i < fingerprints.Length && fingerprints[i] <= last; i++)
            {
                worker.Postings.Add(fingerprints[i], rank);
            }
        }
        BucketPairs.Collect(worker.Postings.Sorted(), times: 1, worker.Pairs);
    }

    private int SliceCount()
    {
        long fingerprints = 0;
        for (var rank = 0; rank < ranking.Count; rank++) fingerprints += table[ranking[rank]].Fingerprints;
        return (int)(fingerprints / SliceTarget) + 1;
    }

    private sealed class Worker
    {
        public PostingBuffer Postings { get; } = new();

        public PairCollector Pairs { get; } = new();
    }
}
