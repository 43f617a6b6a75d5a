namespace Similarity;

/// <summary>
/// Groups texts as stars. Texts are visited from the most to the least preferred; each joins the canonical it matches
/// best, or becomes a canonical itself. Every member is verified against its canonical, so nothing chains: two texts
/// are never joined because a third lies between them.
/// </summary>
/// <param name="verification">Verifies the pairs that only grouping can propose.</param>
/// <param name="loosest">The loosest kind of match that joins; a looser one is a relation between groups.</param>
internal sealed class StarGrouping(CandidateVerification verification, MatchKind loosest)
{
    private readonly PairVerifier _verifier = verification.CreateVerifier();

    /// <summary>
    /// For each rank its best match with a more preferred text, or <see langword="null"/>. Where its kind joins, the
    /// other text is a canonical; where it does not, the rank is a canonical itself.
    /// </summary>
    /// <param name="count">How many ranks there are.</param>
    /// <param name="matches">Verified matches, ascending.</param>
    public RankedMatch?[] Group(int count, List<RankedMatch> matches)
    {
        var matchesOf = new MatchLookup(count, matches);
        var best = new RankedMatch?[count];
        var onward = new SortedSet<int>();
        for (var rank = 0; rank < count; rank++)
        {
            onward.Clear();
            foreach (var match in matchesOf[rank])
            {
                if (CanonicalOf(match.Smaller) != match.Smaller && match.Kind <= loosest) _ = onward.Add(CanonicalOf(match.Smaller));
                else best[rank] = Better(best[rank], match);
            }
            // A text whose neighbour joined a canonical may belong there too; that pair is verified like any other.
            foreach (var canonical in onward)
            {
                if (Joins(best[rank])) break;
                if (verification.Verify(new Candidate(canonical, rank), _verifier) is { } match) best[rank] = Better(best[rank], match);
            }
        }
        return best;

        int CanonicalOf(int rank) => Joins(best[rank]) ? best[rank]!.Value.Smaller : rank;
    }

    /// <summary>Whether a match makes its text a member of the other's group.</summary>
    public bool Joins(RankedMatch? match) => match is { } some && some.Kind <= loosest;

    /// <summary>The stricter kind wins, then the larger overlap, then the more preferred text.</summary>
    private static RankedMatch Better(RankedMatch? best, RankedMatch match)
    {
        if (best is not { } other) return match;
        if (match.Kind != other.Kind) return match.Kind < other.Kind ? match : other;
        var byOverlap = match.Kind == MatchKind.Reprint
            ? match.Overlap.Resemblance.CompareTo(other.Overlap.Resemblance)
            : match.Overlap.Containment.CompareTo(other.Overlap.Containment);
        return byOverlap > 0 || (byOverlap == 0 && match.Smaller < other.Smaller) ? match : other;
    }
}
