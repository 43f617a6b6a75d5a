namespace Similarity;

/// <summary>
/// Whom a text meets in a bucket of texts that share a key: in a small bucket all that are preferred to it; in a large
/// one the few most preferred and its nearest predecessors, so that a bucket which a million articles share costs a
/// million times a constant. Groups are stars around preferred texts, and a pair that a large bucket leaves out meets
/// in its more particular buckets.
/// </summary>
internal static class Bucket
{
    /// <summary>Largest bucket in which every pair meets.</summary>
    public const int Small = 24;

    private const int Leaders = 3;
    private const int Neighbours = 2;

    /// <summary>
    /// The members that the text at <paramref name="place"/> meets, as two ranges of places: the most preferred, and
    /// those right before it.
    /// </summary>
    public static (int Leaders, Range Nearest) Meets(int size, int place)
    {
        var nearest = size <= Small ? 0 : Math.Max(place - Neighbours, 0);
        return (Math.Min(Leaders, nearest), nearest..place);
    }

    /// <summary>
    /// The place of a member. The ranks of a large bucket lie nearly evenly, so that the search begins where an even spread
    /// would have put it and widens from there: a few looks at memory, not one a bit.
    /// </summary>
    /// <param name="rank">A member.</param>
    /// <param name="bucket">Ascending ranks.</param>
    public static int PlaceOf(int rank, ReadOnlySpan<int> bucket)
    {
        int first = bucket[0], last = bucket[^1];
        if (rank == first) return 0;
        var guess = (int)((long)(rank - first) * (bucket.Length - 1) / (last - first));
        var (low, high) = (guess, guess);
        for (var step = 1; bucket[low] > rank; step *= 2) low = Math.Max(low - step, 0);
        for (var step = 1; bucket[high] < rank; step *= 2) high = Math.Min(high + step, bucket.Length - 1);
        return low + bucket[low..(high + 1)].BinarySearch(rank);
    }
}
