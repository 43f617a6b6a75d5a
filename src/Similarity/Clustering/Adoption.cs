namespace Similarity;

/// <summary>
/// Takes texts that no centre matches into the group of a member that they are a copy of: a reprint of what another outlet
/// derived from a wire need hold little of the wire. One step only, from a member that its centre matches, so that nothing
/// chains further.
/// </summary>
/// <param name="verification">Measures pairs of ranks.</param>
/// <param name="verifiers">Those who measure, and remember texts.</param>
internal sealed class Adoption(PlaceVerification verification, VerifierPool verifiers)
{
    private int _verified;

    /// <summary>Pairs that were measured.</summary>
    public int Verified => _verified;

    /// <summary>Adds to <paramref name="joined"/> a match with a member for each text that stands alone and is a copy of one.</summary>
    /// <param name="joined">For each rank its match with a centre, or <see langword="null"/>.</param>
    /// <param name="candidates">Pairs of ranks worth verifying.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    public void Adopt(RankedMatch?[] joined, Candidate[] candidates, ParallelOptions parallel)
    {
        var isAlone = new bool[joined.Length];
        for (var rank = 0; rank < joined.Length; rank++) isAlone[rank] = joined[rank] is null;
        foreach (var match in joined)
        {
            if (match is not null) isAlone[match.Smaller] = isAlone[match.Larger] = false;
        }
        var pairs = candidates
            .Where(pair => (isAlone[pair.Smaller] && joined[pair.Larger] is not null) || (isAlone[pair.Larger] && joined[pair.Smaller] is not null))
            .GroupBy(pair => isAlone[pair.Smaller] ? pair.Smaller : pair.Larger)
            .ToList();
        var adopted = new RankedMatch?[pairs.Count];
        ParallelLoop.Run(pairs.Count, parallel, verifiers.Take, Visit, verifiers.Return);
        for (var i = 0; i < adopted.Length; i++)
        {
            if (adopted[i] is { } match) joined[pairs[i].Key] = match;
        }

        void Visit(int i, PairVerifier verifier)
        {
            foreach (var pair in pairs[i])
            {
                _ = Interlocked.Increment(ref _verified);
                if (verification.Verify(pair, verifier) is { Kind: < MatchKind.Derived } found) adopted[i] = StarGrouping.Better(adopted[i], found);
            }
        }
    }
}
