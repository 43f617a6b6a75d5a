namespace Similarity;

/// <summary>
/// What two texts are to each other, by their places in some order, measured exactly on the texts. No pair becomes a match
/// by an estimate.
/// </summary>
/// <param name="table">The articles.</param>
/// <param name="articles">The article at each place.</param>
/// <param name="rules">What an overlap amounts to.</param>
/// <param name="leastContainment">The least containment that is of interest; pairs that cannot have it are not read.</param>
/// <param name="known">The match of a pair that has been measured before, if any was.</param>
/// <remarks>Thread-safe, with one verifier a thread.</remarks>
internal sealed class PlaceVerification(IArticleFeatures table, int[] articles, MatchRules rules, double leastContainment, Func<Candidate, RankedMatch?>? known = null)
{
    private readonly FingerprintScreen _screen = new(table, leastContainment);

    /// <summary>The match between two places, or <see langword="null"/>.</summary>
    public RankedMatch? Verify(Candidate candidate, PairVerifier verifier)
    {
        if (known?.Invoke(candidate) is { } match) return match;
        int a = articles[candidate.Smaller], b = articles[candidate.Larger];
        if (!_screen.MayMatch(a, b)) return null;
        var overlap = verifier.Measure(a, b);
        var isSameOutlet = table[a].Outlet >= 0 && table[a].Outlet == table[b].Outlet;
        return rules.Classify(overlap, table[a].Form, table[b].Form, isSameOutlet) is { } kind
            ? new RankedMatch(candidate.Smaller, candidate.Larger, kind, overlap)
            : null;
    }
}
