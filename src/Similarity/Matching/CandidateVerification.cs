using System.Runtime.ExceptionServices;

namespace Similarity;

/// <summary>
/// Candidates to matches: drops the pairs whose fingerprints already show that no rule can be met, and measures the
/// rest exactly, in parallel. No pair becomes a match by an estimate.
/// </summary>
internal sealed class CandidateVerification(
    ArticleTable table, ArticleRanking ranking, IArticleTexts texts, FeatureOptions features, MatchRules rules)
{
    private const int PairsATask = 256;

    /// <summary>
    /// A pair whose fingerprints overlap by less than this share of the least containment that a rule accepts is not
    /// measured. Fingerprints are a local sample of the shingles: a shared passage shows the same share of both, less
    /// some at its edges.
    /// </summary>
    private const double EstimateSlack = 0.4;

    /// <summary>Verifies ascending candidates; the matches come out in the same order.</summary>
    public List<RankedMatch> Verify(ulong[] candidates, int threads, Action<int> verified, CancellationToken cancellation)
    {
        var tasks = (candidates.Length + PairsATask - 1) / PairsATask;
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
            var some = candidates.AsSpan(task * PairsATask, Math.Min(PairsATask, candidates.Length - task * PairsATask));
            foreach (var pair in some)
            {
                if (Verify((int)(pair >> 32), (int)pair, verifier) is { } match) (found[task] ??= []).Add(match);
            }
            verified(some.Length);
            return verifier;
        }
    }

    public PairVerifier CreateVerifier() => new(texts, features);

    /// <summary>Verifies one pair of ranks, the smaller first.</summary>
    public RankedMatch? Verify(int rank, int other, PairVerifier verifier)
    {
        int a = ranking[rank], b = ranking[other];
        if (!CouldMatch(a, b)) return null;
        var overlap = verifier.Measure(a, b);
        return rules.Classify(overlap, table[a].Form, table[b].Form) is { } kind
            ? new RankedMatch(rank, other, kind, overlap)
            : null;
    }

    private bool CouldMatch(int a, int b)
    {
        if (table[a].Form != table[b].Form) return false;
        if (table[a].Form == TextForm.Brief) return true;
        var fingerprintsA = table.FingerprintsOf(a);
        var fingerprintsB = table.FingerprintsOf(b);
        var shared = SortedSets.IntersectionSize(fingerprintsA, fingerprintsB);
        var least = Math.Min(rules.Derived, Math.Min(rules.Excerpt, rules.Reprint));
        return shared >= EstimateSlack * least * Math.Min(fingerprintsA.Length, fingerprintsB.Length);
    }
}
