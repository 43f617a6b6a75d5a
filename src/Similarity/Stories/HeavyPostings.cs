namespace Similarity;

/// <summary>For each term the texts that have it among their heaviest, by their places in time, ascending.</summary>
/// <param name="most">By how many terms at most a text is found.</param>
internal abstract class HeavyPostings(int most)
{
    /// <summary>By how many terms at most a text is found.</summary>
    public int Most => most;

    /// <summary>The text at a place.</summary>
    public abstract int TextAt(int place);

    /// <summary>How many texts have the term among their heaviest.</summary>
    public abstract int CountOf(int term);

    /// <summary>Who has the term: all, or the <paramref name="nearest"/> nearest to <paramref name="place"/>.</summary>
    public (ReadOnlyMemory<int> Places, ReadOnlyMemory<float> Weights) Of(int term, int place, int nearest)
    {
        var (places, weights) = All(term);
        if (places.Length <= nearest) return (places, weights);
        var at = places.Span.BinarySearch(place);
        var first = Math.Clamp((at < 0 ? ~at : at) - (nearest / 2), 0, places.Length - nearest);
        return (places.Slice(first, nearest), weights.Slice(first, nearest));
    }

    /// <summary>Everyone who has the term, and its weights.</summary>
    protected abstract (ReadOnlyMemory<int> Places, ReadOnlyMemory<float> Weights) All(int term);
}
