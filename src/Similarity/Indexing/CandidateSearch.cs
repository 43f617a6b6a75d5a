namespace Similarity;

/// <summary>
/// Finds the pairs worth verifying. Two channels: equal bands find texts that resemble each other as wholes, shared
/// fingerprints find passages, whatever the lengths. In both, texts meet in buckets (see <see cref="Bucket"/>). A pair
/// that meets in a band becomes a candidate where the fingerprints of the two leave room for a match; one that meets by
/// fingerprints, where it meets often enough for that.
/// </summary>
/// <param name="table">The articles.</param>
/// <param name="ranking">Their order of preference.</param>
/// <param name="bands">Bands of a signature.</param>
/// <param name="leastContainment">The least containment that any rule accepts.</param>
internal sealed class CandidateSearch(ArticleTable table, ArticleRanking ranking, int bands, double leastContainment)
{
    /// <summary>Fingerprints that a pair must share where no band brings it together: one may be a phrase.</summary>
    private const int LeastShared = 2;

    /// <summary>
    /// A pair must share at least this part of the least containment in fingerprints. They are a local sample of the
    /// shingles: a shared passage shows the same share of both, less some at its edges.
    /// </summary>
    private const double EstimateSlack = 0.4;

    /// <summary>Of the texts that one meets by fingerprints, so many become candidates: those it meets most often.</summary>
    private const int MostMet = 12;

    private const int RanksATask = 1024;

    /// <summary>The candidates, ascending.</summary>
    public Candidate[] Find(ParallelOptions parallel)
    {
        var index = FingerprintIndex.Build(table, ranking, parallel);
        var chunks = (ranking.Count + RanksATask - 1) / RanksATask;
        var all = new PairCollector();
        _ = Parallel.For(
            0,
            bands + chunks,
            parallel,
            () => new Worker(),
            (task, _, worker) =>
            {
                if (task < bands) SearchBand(task, worker);
                else SearchFingerprints(index, (task - bands) * RanksATask, worker);
                return worker;
            },
            worker =>
            {
                lock (all) all.Merge(worker.Pairs);
            });
        return all.Distinct();
    }

    private void SearchBand(int band, Worker worker)
    {
        worker.Postings.Clear();
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            worker.Postings.Add(table.BandKeysOf(ranking[rank])[band], rank);
        }
        var postings = worker.Postings.Sorted();
        for (int start = 0, end; start < postings.Length; start = end)
        {
            end = start + 1;
            while (end < postings.Length && postings[end] >> 32 == postings[start] >> 32) end++;
            SearchBucket(postings[start..end], worker.Pairs);
        }
    }

    private void SearchBucket(ReadOnlySpan<ulong> bucket, PairCollector pairs)
    {
        for (var place = 1; place < bucket.Length; place++)
        {
            var (leaders, nearest) = Bucket.Meets(bucket.Length, place);
            foreach (var other in bucket[..leaders]) Meet((int)other, (int)bucket[place]);
            foreach (var other in bucket[nearest]) Meet((int)other, (int)bucket[place]);
        }

        void Meet(int rank, int other)
        {
            if (CouldMatch(rank, other)) pairs.Add(new Candidate(rank, other));
        }
    }

    private void SearchFingerprints(FingerprintIndex index, int from, Worker worker)
    {
        for (var rank = from; rank < Math.Min(from + RanksATask, ranking.Count); rank++)
        {
            worker.Met.Clear();
            var fingerprints = table.FingerprintsOf(ranking[rank]);
            foreach (var fingerprint in fingerprints)
            {
                var bucket = index[fingerprint];
                if (bucket.IsEmpty) continue;
                var (leaders, nearest) = Bucket.Meets(bucket.Length, bucket.BinarySearch(rank));
                foreach (var other in bucket[..leaders]) worker.Met.Meet(other);
                foreach (var other in bucket[nearest]) worker.Met.Meet(other);
            }
            foreach (var (other, times) in worker.Met.MostMet(MostMet))
            {
                var needed = Math.Max(LeastShared, LeastNeeded(fingerprints.Length, table[ranking[other]].Fingerprints));
                if (times >= needed) worker.Pairs.Add(new Candidate(other, rank));
            }
        }
    }

    private bool CouldMatch(int rank, int other)
    {
        int a = ranking[rank], b = ranking[other];
        if (table[a].Form != table[b].Form) return false;
        if (table[a].Form == TextForm.Brief) return true;
        var fingerprintsA = table.FingerprintsOf(a);
        var fingerprintsB = table.FingerprintsOf(b);
        return SortedSets.IntersectionSize(fingerprintsA, fingerprintsB) >= LeastNeeded(fingerprintsA.Length, fingerprintsB.Length);
    }

    private double LeastNeeded(int fingerprintsA, int fingerprintsB) =>
        EstimateSlack * leastContainment * Math.Min(fingerprintsA, fingerprintsB);

    /// <summary>What one thread works with.</summary>
    private sealed class Worker
    {
        public PostingBuffer Postings { get; } = new();

        public MeetingCounter Met { get; } = new();

        public PairCollector Pairs { get; } = new();
    }
}
