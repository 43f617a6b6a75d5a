namespace Similarity;

/// <summary>A verified match between two places of an order of texts; in the overlap, A is the smaller place.</summary>
internal sealed record RankedMatch(int Smaller, int Larger, MatchKind Kind, Overlap Overlap)
{
    /// <summary>The same match with both places named otherwise.</summary>
    public RankedMatch Renamed(int smaller, int larger) =>
        smaller < larger ? this with { Smaller = smaller, Larger = larger } : new RankedMatch(larger, smaller, Kind, Overlap.Reversed());

    /// <summary>The one of the two that is not <paramref name="place"/>.</summary>
    public int OtherOf(int place) => place == Smaller ? Larger : Smaller;

    /// <summary>The overlap seen from <paramref name="place"/>: there, it is A.</summary>
    public Overlap SeenFrom(int place) => place == Smaller ? Overlap : Overlap.Reversed();
}
