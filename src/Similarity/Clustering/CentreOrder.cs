namespace Similarity;

/// <summary>
/// The order in which texts are visited to become centres of groups: what shares most with others comes first, and of two
/// that share as much the more preferred one. A text has a place in it as it has a rank.
/// </summary>
internal sealed class CentreOrder
{
    private readonly int[] _rankAt;
    private readonly int[] _placeOf;

    private CentreOrder(int[] rankAt)
    {
        _rankAt = rankAt;
        _placeOf = new int[rankAt.Length];
        for (var place = 0; place < rankAt.Length; place++) _placeOf[rankAt[place]] = place;
    }

    /// <param name="ties">For each rank how much it shares with others.</param>
    public static CentreOrder Create(ReadOnlySpan<int> ties)
    {
        var order = new StableOrder(ties.Length);
        var keys = new uint[ties.Length];
        for (var rank = 0; rank < keys.Length; rank++) keys[rank] = uint.MaxValue - (uint)ties[rank];
        order.SortBy(rank => keys[rank]);
        return new CentreOrder(order.Items);
    }

    /// <summary>The article at each place.</summary>
    public int[] ArticlesOf(ArticleRanking ranking) => Array.ConvertAll(_rankAt, rank => ranking[rank]);

    /// <summary>Pairs of ranks as pairs of places, ascending.</summary>
    public Candidate[] ToPlaces(Candidate[] pairs)
    {
        var packed = Array.ConvertAll(pairs, pair => new Candidate(_placeOf[pair.Smaller], _placeOf[pair.Larger]).Packed);
        RadixSort.Sort(packed, new ulong[packed.Length]);
        return Array.ConvertAll(packed, pair => new Candidate(pair));
    }

    /// <summary>For each rank the match of its place, which is then one of ranks.</summary>
    public RankedMatch?[] ToRanks(RankedMatch?[] matches) =>
        Array.ConvertAll(_placeOf, place => matches[place]?.Renamed(_rankAt[matches[place]!.Smaller], _rankAt[place]));
}
