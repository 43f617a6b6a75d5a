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
}
