using System.Runtime.ExceptionServices;

namespace Similarity;

/// <summary>
/// Candidates to matches: measures each pair exactly, in parallel. No pair becomes a match by an estimate.
/// </summary>
internal sealed class CandidateVerification(
    ArticleTable table, ArticleRanking ranking, IArticleTexts texts, FeatureOptions features, MatchRules rules)
{
    private const int PairsATask = 256;

    /// <summary>Verifies ascending candidates; the matches come out in the same order.</summary>
    public List<RankedMatch> Verify(PairCollector candidates, int threads, IProgress<(int Done, int Total)> progress, CancellationToken cancellation)
    {
        var total = candidates.Distinct().Length;
        var done = 0;
        var tasks = (total + PairsATask - 1) / PairsATask;
        var found = new List<RankedMatch>?[tasks];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            _ = Parallel.For(0, tasks, parallel, CreateVerifier, VerifyTask, _ => { });
        }
        catch (AggregateException faults)
        {
            // Whoever gave us the texts knows what reading them throws.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
        var matches = new List<RankedMatch>();
        foreach (var some in found)
        {
            if (some is not null) matches.AddRange(some);
        }
        return matches;

        PairVerifier VerifyTask(int task, ParallelLoopState state, PairVerifier verifier)
        {
            var some = candidates.Distinct().Slice(task * PairsATask, Math.Min(PairsATask, total - (task * PairsATask)));
            foreach (var candidate in some)
            {
                if (Verify(candidate, verifier) is { } match) (found[task] ??= []).Add(match);
            }
            progress.Report((Interlocked.Add(ref done, some.Length), total));
            return verifier;
        }
    }

    public PairVerifier CreateVerifier() => new(texts, features);

    /// <summary>Verifies one candidate.</summary>
    public RankedMatch? Verify(Candidate candidate, PairVerifier verifier)
    {
        int a = ranking[candidate.Smaller], b = ranking[candidate.Larger];
        var overlap = verifier.Measure(a, b);
        return rules.Classify(overlap, table[a].Form, table[b].Form) is { } kind
            ? new RankedMatch(candidate.Smaller, candidate.Larger, kind, overlap)
            : null;
    }
}
