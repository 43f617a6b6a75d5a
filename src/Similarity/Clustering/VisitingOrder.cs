namespace Similarity;

/// <summary>An order in which texts are visited to be grouped. A text has a place in it as it has a rank.</summary>
internal sealed class VisitingOrder
{
    private readonly int[] _rankAt;
    private readonly int[] _placeOf;

    private VisitingOrder(int[] rankAt)
    {
        _rankAt = rankAt;
        _placeOf = new int[rankAt.Length];
        for (var place = 0; place < rankAt.Length; place++) _placeOf[rankAt[place]] = place;
    }

    /// <summary>What shares most with others comes first, and of two that share as much the more preferred one.</summary>
    /// <param name="ties">For each rank how much it shares with others.</param>
    public static VisitingOrder ByTies(ReadOnlySpan<int> ties)
    {
        var order = new StableOrder(ties.Length);
        var keys = new uint[ties.Length];
        for (var rank = 0; rank < keys.Length; rank++) keys[rank] = uint.MaxValue - (uint)ties[rank];
        order.SortBy(rank => keys[rank]);
        return new VisitingOrder(order.Items);
    }

    /// <summary>By preference, but for the members of groups, which take the places of the group in the order given.</summary>
    /// <param name="count">How many texts there are.</param>
    /// <param name="groups">Ranks of the members of each group, in the order in which they are visited.</param>
    public static VisitingOrder Within(int count, IEnumerable<int[]> groups)
    {
        var rankAt = new int[count];
        for (var rank = 0; rank < count; rank++) rankAt[rank] = rank;
        foreach (var group in groups)
        {
            var places = group.Order();
            foreach (var (place, rank) in places.Zip(group)) rankAt[place] = rank;
        }
        return new VisitingOrder(rankAt);
    }

    /// <summary>The article at each place.</summary>
    public int[] ArticlesOf(ArticleRanking ranking) => Array.ConvertAll(_rankAt, rank => ranking[rank]);

    public int PlaceOf(int rank) => _placeOf[rank];

    public int RankAt(int place) => _rankAt[place];

    /// <summary>Pairs of ranks as pairs of places, ascending, each once.</summary>
    public Candidate[] ToPlaces(Candidate[] pairs)
    {
        var packed = Array.ConvertAll(pairs, pair => new Candidate(_placeOf[pair.Smaller], _placeOf[pair.Larger]).Packed);
        RadixSort.Sort(packed, new ulong[packed.Length]);
        return Array.ConvertAll(packed[..SortedSets.Distinct(packed.AsSpan())], pair => new Candidate(pair));
    }

    /// <summary>For each rank the match of its place, which is then one of ranks.</summary>
    public RankedMatch?[] ToRanks(RankedMatch?[] matches) =>
        Array.ConvertAll(_placeOf, place => matches[place]?.Renamed(_rankAt[matches[place]!.Smaller], _rankAt[matches[place]!.Larger]));
}
