using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds the pairs worth verifying. Two channels: equal bands find texts that resemble each other as wholes, shared
/// fingerprints find passages, whatever the lengths. In both, texts meet in buckets (see <see cref="Bucket"/>). A text
/// met in a band becomes a candidate where the fingerprints of the two leave room for a match; one met by fingerprints,
/// where it is met often enough for that.
/// </summary>
/// <param name="table">The articles.</param>
/// <param name="ranking">Their order of preference.</param>
/// <param name="bands">Bands of a signature.</param>
/// <param name="leastContainment">The least containment that any rule accepts.</param>
/// <param name="tellsSeries">Whether pages of a series are told from copies.</param>
internal sealed class CandidateSearch(ArticleTable table, ArticleRanking ranking, int bands, double leastContainment, bool tellsSeries = true)
{
    /// <summary>Fingerprints that a pair must share where no band brings it together: one may be a phrase.</summary>
    private const int LeastShared = 2;

    /// <summary>Of the texts that one meets in a channel, so many are looked at: those it meets most often.</summary>
    private const int MostMet = 12;

    private const int RanksATask = 1024;

    private readonly FingerprintScreen _screen = new(table, leastContainment);

    /// <summary>The candidates.</summary>
    public CandidateSet Find(ParallelOptions parallel)
    {
        var byBand = BandIndex.Build(table.BandKeys, ranking, bands, parallel);
        var byFingerprint = FingerprintIndex.Build(table, ranking, parallel);
        var series = tellsSeries ? new OutletSeries(table, ranking, byFingerprint) : null;
        var found = new Candidate[(ranking.Count + RanksATask - 1) / RanksATask][];
        var ties = new int[ranking.Count];
        _ = Parallel.For(0, found.Length, parallel, () => new Meetings(), SearchTask, _ => { });
        return new CandidateSet([.. found.SelectMany(some => some)], ties);

        // By ranks, because texts that follow each other then also do so in the large buckets.
        Meetings SearchTask(int task, ParallelLoopState state, Meetings met)
        {
            met.Clear();
            for (var rank = task * RanksATask; rank < Math.Min((task + 1) * RanksATask, ranking.Count); rank++)
            {
                SearchBands(byBand, series, rank, met);
                SearchFingerprints(byFingerprint, series, rank, met);
                met.Complete();
            }
            // Whole numbers add up to the same in any order.
            foreach (var (rank, shared) in met.Ties) _ = Interlocked.Add(ref ties[rank], shared);
            found[task] = [.. met.Candidates];
            return met;
        }
    }

    private void SearchBands(BandIndex index, OutletSeries? series, int rank, Meetings met)
    {
        met.Counter.Clear();
        var article = ranking[rank];
        for (var band = 0; band < bands; band++) MeetBucket(index[band, table.BandKeys[article, band]], rank, met.Counter);
        foreach (var (other, _) in met.Counter.MostMet(MostMet, least: 1))
        {
            var shared = _screen.SharedBy(article, ranking[other]);
            if (_screen.MayMatch(article, ranking[other], shared) && series?.Holds(ranking[rank], ranking[other]) != true) met.Add(rank, other, TieOf(rank, other, shared));
        }
    }

    private void SearchFingerprints(FingerprintIndex index, OutletSeries? series, int rank, Meetings met)
    {
        met.Counter.Clear();
        var fingerprints = table.FingerprintsOf(ranking[rank]);
        foreach (var fingerprint in fingerprints) MeetBucket(index[fingerprint], rank, met.Counter);
        foreach (var (other, times) in met.Counter.MostMet(MostMet, LeastShared))
        {
            if (times >= _screen.LeastNeeded(ranking[rank], ranking[other]) && series?.Holds(ranking[rank], ranking[other]) != true) met.Add(rank, other, TieOf(rank, other, times));
        }
    }

    private static void MeetBucket(ReadOnlySpan<int> bucket, int rank, MeetingCounter counter)
    {
        if (bucket.Length <= Bucket.Small)
        {
            // Most buckets by far, and most of those are pairs: no need to look for one's own place.
            foreach (var other in bucket)
            {
                if (other >= rank) break;
                counter.Meet(other);
            }
            return;
        }
        var (leaders, nearest) = Bucket.Meets(bucket.Length, Bucket.PlaceOf(rank, bucket));
        foreach (var other in bucket[..leaders]) counter.Meet(other);
        foreach (var other in bucket[nearest]) counter.Meet(other);
    }

    /// <summary>How much two texts tie each other: what they share, and more so the more of the shorter one that is.</summary>
    private int TieOf(int rank, int other, int shared)
    {
        var shorter = Math.Min(table[ranking[rank]].Fingerprints, table[ranking[other]].Fingerprints);
        return shorter == 0 ? 1 : (int)((long)shared * shared / shorter);
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Meetings
    {
        private readonly List<Candidate> _candidates = [];
        private int _first;

        public MeetingCounter Counter { get; } = new();

        /// <summary>The candidates of all texts of the task, ascending.</summary>
        public IReadOnlyList<Candidate> Candidates => _candidates;

        /// <summary>What each of two candidates shares with the other; a rank comes up once a pair.</summary>
        public List<(int Rank, int Shared)> Ties { get; } = [];

        public void Clear()
        {
            _candidates.Clear();
            Ties.Clear();
            _first = 0;
        }

        /// <summary>Adds a candidate of the current text, unless the other channel has found it.</summary>
        public void Add(int rank, int other, int shared)
        {
            var candidate = new Candidate(other, rank);
            if (CollectionsMarshal.AsSpan(_candidates)[_first..].Contains(candidate)) return;
            _candidates.Add(candidate);
            Ties.Add((rank, shared));
            Ties.Add((other, shared));
        }

        /// <summary>Ends the current text.</summary>
        public void Complete()
        {
            CollectionsMarshal.AsSpan(_candidates)[_first..].Sort(static (a, b) => a.Packed.CompareTo(b.Packed));
            _first = _candidates.Count;
        }
    }
}
