namespace Similarity;

/// <summary>
/// Groups texts, and says which of a group are copies of which. Two rounds of stars (<see cref="StarGrouping"/>):
/// <code>
/// 1. which texts belong together: the text that shares most with others is visited first and becomes a centre;
///    each other one joins the centre it matches best, derived texts too
/// 2. which of them to keep, in each group: the most preferred text is visited first and kept;
///    each other one is removed in favour of a kept text that it is a copy of, or kept as well
/// </code>
/// A centre must hold what the copies have in common, which the earliest or longest of them need not do; what is kept must be
/// what the user prefers. So they are chosen apart, and every member is verified against the one, every removal against the
/// other.
/// </summary>
internal sealed class TextGrouping(
    ArticleTable table, ArticleRanking ranking, IArticleTexts texts, FeatureOptions features, MatchRules rules, MatchKind loosest)
{
    private readonly VerifierPool _verifiers = new(table, texts, features);

    /// <param name="candidates">Pairs of ranks worth verifying.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="progress">Told how many texts are done, and of how many.</param>
    public GroupedTexts Group(CandidateSet candidates, ParallelOptions parallel, Action<int, int> progress)
    {
        var order = CentreOrder.Create(candidates.Ties);
        var centres = new StarGrouping(new PlaceVerification(table, order.ArticlesOf(ranking), rules), MatchKind.Derived, _verifiers);
        var joined = order.ToRanks(centres.Group(ranking.Count, order.ToPlaces(candidates.Pairs), parallel, progress));

        var canonicalOf = CanonicalsOf(joined);
        var copies = new StarGrouping(new PlaceVerification(table, ranking.Articles, rules, KnownMatch), loosest, _verifiers);
        var best = copies.Group(ranking.Count, WithinGroups(candidates.Pairs, canonicalOf), parallel, (_, _) => { });

        var removals = new RankedMatch?[ranking.Count];
        var relations = new RankedMatch?[ranking.Count];
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            if (canonicalOf[rank] == rank) continue;
            if (copies.Joins(best[rank])) removals[rank] = best[rank];
            else relations[rank] = best[rank] ?? joined[rank] ?? joined[canonicalOf[rank]];
        }
        return new GroupedTexts(canonicalOf, removals, relations, centres.Verified + copies.Verified);

        RankedMatch? KnownMatch(Candidate pair) =>
            joined[pair.Larger] is { } match && match.OtherOf(pair.Larger) == pair.Smaller ? match
            : joined[pair.Smaller] is { } other && other.OtherOf(pair.Smaller) == pair.Larger ? other
            : null;
    }

    /// <summary>For each rank the smallest rank of its group.</summary>
    private static int[] CanonicalsOf(RankedMatch?[] joined)
    {
        var smallest = new int[joined.Length];
        for (var rank = 0; rank < joined.Length; rank++) smallest[rank] = rank;
        for (var rank = 0; rank < joined.Length; rank++)
        {
            if (joined[rank] is not { } match) continue;
            ref var ofCentre = ref smallest[match.OtherOf(rank)];
            ofCentre = Math.Min(ofCentre, rank);
        }
        for (var rank = 0; rank < joined.Length; rank++)
        {
            if (joined[rank] is { } match) smallest[rank] = smallest[match.OtherOf(rank)];
        }
        return smallest;
    }

    /// <summary>Each member with the canonical of its group, and the candidates within groups; ascending.</summary>
    private static Candidate[] WithinGroups(Candidate[] candidates, int[] canonicalOf)
    {
        var pairs = new List<Candidate>();
        var next = 0;
        for (var rank = 0; rank < canonicalOf.Length; rank++)
        {
            var canonical = canonicalOf[rank];
            if (canonical != rank) pairs.Add(new Candidate(canonical, rank));
            for (; next < candidates.Length && candidates[next].Larger == rank; next++)
            {
                var other = candidates[next].Smaller;
                if (other != canonical && canonicalOf[other] == canonical) pairs.Add(candidates[next]);
            }
        }
        return [.. pairs];
    }
}
