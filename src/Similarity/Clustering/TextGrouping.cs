namespace Similarity;

/// <summary>
/// Groups texts, and says which of a group are copies of which. Two rounds of stars (<see cref="StarGrouping"/>):
/// <code>
/// 1. which texts belong together: the text that shares most with others is visited first and becomes a centre;
///    each other one joins the centre it matches best, derived texts too, or else a member that it is a copy of (<see cref="Adoption"/>)
/// 2. which of them to keep, in each group: the most preferred text is visited first and kept;
///    each other one is removed in favour of a kept text that it is a copy of, or kept as well
/// </code>
/// A centre must hold what the copies have in common, which the earliest or longest of them need not do; what is kept must be
/// what the user prefers. So they are chosen apart, and every member is verified against the one, every removal against the
/// other.
/// </summary>
/// <param name="table">The articles.</param>
/// <param name="ranking">Their order of preference.</param>
/// <param name="texts">Gives the articles, to be read again.</param>
/// <param name="features">How texts are compared.</param>
/// <param name="rules">What an overlap amounts to.</param>
/// <param name="loosest">The loosest kind of copy that is removed.</param>
/// <param name="prefersNewestVersion">Whether of the versions that one outlet published of an article the newest is kept.</param>
/// <param name="verifiers">Those who measure, where some are there that remember texts.</param>
internal sealed class TextGrouping(
    IArticleFeatures table, ArticleRanking ranking, IArticleTexts texts, FeatureOptions features, MatchRules rules, MatchKind loosest, bool prefersNewestVersion, VerifierPool? verifiers = null)
{
    private readonly VerifierPool _verifiers = verifiers ?? new VerifierPool(table, texts, features);

    /// <param name="candidates">Pairs of ranks worth verifying.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="progress">Told how many texts are done, and of how many.</param>
    public GroupedTexts Group(CandidateSet candidates, ParallelOptions parallel, Action<int, int> progress)
    {
        var byTies = VisitingOrder.ByTies(candidates.Ties);
        var centres = new StarGrouping(new PlaceVerification(table, byTies.ArticlesOf(ranking), rules, rules.LeastContainment), MatchKind.Derived, _verifiers);
        var joined = byTies.ToRanks(centres.Group(ranking.Count, byTies.ToPlaces(candidates.Pairs), parallel, progress));

        var adoption = new Adoption(new PlaceVerification(table, ranking.Articles, rules, rules.LeastContainmentOf(MatchKind.Excerpt)), _verifiers);
        adoption.Adopt(joined, candidates.Pairs, parallel);

        var ofCentre = MatchesOfCentres(joined);
        var groups = MembersOfGroups(joined);
        var canonicalOf = new int[ranking.Count];
        for (var rank = 0; rank < canonicalOf.Length; rank++) canonicalOf[rank] = rank;
        foreach (var group in groups)
        {
            foreach (var rank in group) canonicalOf[rank] = group[0];
        }
        var order = VisitingOrder.Within(ranking.Count, groups);
        var copies = new StarGrouping(new PlaceVerification(table, order.ArticlesOf(ranking), rules, rules.LeastContainmentOf(loosest), KnownMatch), loosest, _verifiers);
        var best = order.ToRanks(copies.Group(ranking.Count, order.ToPlaces(WithinGroups(candidates.Pairs, canonicalOf)), parallel, (_, _) => { }));

        var removals = new RankedMatch?[ranking.Count];
        var relations = new RankedMatch?[ranking.Count];
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            if (canonicalOf[rank] == rank) continue;
            if (copies.Joins(best[rank])) removals[rank] = best[rank];
            else relations[rank] = best[rank] ?? joined[rank] ?? ofCentre[rank];
        }
        return new GroupedTexts(canonicalOf, removals, relations, centres.Verified + adoption.Verified + copies.Verified);

        RankedMatch? KnownMatch(Candidate pair)
        {
            var (smaller, larger) = (order.RankAt(pair.Smaller), order.RankAt(pair.Larger));
            var match = joined[larger] is { } ofLarger && ofLarger.OtherOf(larger) == smaller ? ofLarger
                : joined[smaller] is { } ofSmaller && ofSmaller.OtherOf(smaller) == larger ? ofSmaller
                : null;
            return match?.Renamed(order.PlaceOf(match.Smaller), order.PlaceOf(match.Larger));
        }
    }

    /// <summary>For each centre its match with the most preferred of the members that it matches.</summary>
    private static RankedMatch?[] MatchesOfCentres(RankedMatch?[] joined)
    {
        var ofCentre = new RankedMatch?[joined.Length];
        for (var rank = 0; rank < joined.Length; rank++)
        {
            if (joined[rank] is { } match && joined[match.OtherOf(rank)] is null) ofCentre[match.OtherOf(rank)] ??= match;
        }
        return ofCentre;
    }

    /// <summary>The ranks of the members of each group, in the order in which they are to be kept.</summary>
    private List<int[]> MembersOfGroups(RankedMatch?[] joined)
    {
        var members = new SortedDictionary<int, List<int>>();
        for (var rank = 0; rank < joined.Length; rank++)
        {
            if (joined[rank] is not { } match) continue;
            var other = match.OtherOf(rank);
            var centre = joined[other]?.OtherOf(other) ?? other;
            if (!members.TryGetValue(centre, out var group)) members[centre] = group = [centre];
            group.Add(rank);
        }
        return [.. members.Values.Select(group => prefersNewestVersion ? NewestVersionsFirst(group) : [.. group.Order()])];
    }

    /// <summary>By preference; but each outlet stands where its most preferred article does, with its newest one first.</summary>
    private int[] NewestVersionsFirst(List<int> group)
    {
        var outlets = group.Order().GroupBy(rank => table[ranking[rank]].Outlet is >= 0 and var outlet ? outlet : -1 - rank);
        return [.. outlets.SelectMany(NewestFirst)];

        IEnumerable<int> NewestFirst(IEnumerable<int> versions)
        {
            var newest = versions.MaxBy(rank => table[ranking[rank]].Published is var published && published == long.MaxValue ? long.MinValue : published);
            return versions.Where(rank => rank != newest).Prepend(newest);
        }
    }

    /// <summary>Each member with the canonical of its group, and the candidates within groups.</summary>
    private static Candidate[] WithinGroups(Candidate[] candidates, int[] canonicalOf)
    {
        var pairs = candidates.Where(pair => canonicalOf[pair.Smaller] == canonicalOf[pair.Larger]).ToList();
        for (var rank = 0; rank < canonicalOf.Length; rank++)
        {
            if (canonicalOf[rank] != rank) pairs.Add(new Candidate(canonicalOf[rank], rank));
        }
        return [.. pairs];
    }
}
