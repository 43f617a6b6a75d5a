namespace Similarity;

/// <summary>Finds the pairs of a run that are worth verifying: a <see cref="TextSearch"/> for each text, on all threads.</summary>
/// <param name="table">The articles.</param>
/// <param name="ranking">Their order of preference.</param>
/// <param name="bands">Bands of a signature.</param>
/// <param name="leastContainment">The least containment that any rule accepts.</param>
/// <param name="tellsSeries">Whether pages of a series are told from copies.</param>
internal sealed class CandidateSearch(ArticleTable table, ArticleRanking ranking, int bands, double leastContainment, bool tellsSeries = true)
{
    private const int RanksATask = 1024;

    /// <summary>The candidates.</summary>
    public CandidateSet Find(ParallelOptions parallel)
    {
        var postings = new RankedPostings(ranking, BandIndex.Build(table.BandKeys, ranking, bands, parallel), FingerprintIndex.Build(table, ranking, parallel));
        var series = tellsSeries ? new OutletSeries(table, postings) : null;
        var found = new Candidate[(ranking.Count + RanksATask - 1) / RanksATask][];
        var ties = new int[ranking.Count];
        _ = Parallel.For(0, found.Length, parallel, () => new TextSearch(table, postings, bands, leastContainment, series), SearchTask, _ => { });
        return new CandidateSet([.. found.SelectMany(some => some)], ties);

        // By ranks, because texts that follow each other then also do so in the large buckets.
        TextSearch SearchTask(int task, ParallelLoopState state, TextSearch search)
        {
            var candidates = new List<Candidate>();
            for (var rank = task * RanksATask; rank < Math.Min((task + 1) * RanksATask, ranking.Count); rank++)
            {
                foreach (var (other, tie) in search.Find(rank))
                {
                    candidates.Add(new Candidate(other, rank));
                    // Whole numbers add up to the same in any order.
                    _ = Interlocked.Add(ref ties[rank], tie);
                    _ = Interlocked.Add(ref ties[other], tie);
                }
            }
            found[task] = [.. candidates];
            return search;
        }
    }
}
