namespace Similarity;

/// <summary>
/// Which texts of a bucket are paired. In a small bucket all of them; in a large one each with the few most preferred
/// texts of the bucket and with its nearest predecessors, so that a bucket which a million articles share costs a
/// million times a constant. Groups are stars around preferred texts, and a pair that a large bucket leaves out meets
/// in its more particular buckets.
/// </summary>
internal static class BucketPairs
{
    /// <summary>Largest bucket in which every pair is taken.</summary>
    private const int Small = 12;

    private const int Leaders = 4;
    private const int Neighbours = 4;

    /// <summary>Scans (key, rank) values sorted by key and then rank, and adds the pairs of each bucket.</summary>
    /// <param name="postings">Key in the high half, rank in the low half.</param>
    /// <param name="times">The weight of a meeting.</param>
    /// <param name="pairs">Where the pairs go.</param>
    public static void Collect(ReadOnlySpan<ulong> postings, int times, PairCollector pairs)
    {
        for (var start = 0; start < postings.Length;)
        {
            var key = postings[start] >> 32;
            var end = start + 1;
            while (end < postings.Length && postings[end] >> 32 == key) end++;
            Collect(postings[start..end], end - start <= Small, times, pairs);
            start = end;
        }
    }

    private static void Collect(ReadOnlySpan<ulong> bucket, bool all, int times, PairCollector pairs)
    {
        for (var i = 1; i < bucket.Length; i++)
        {
            var nearest = all ? 0 : Math.Max(i - Neighbours, 0);
            for (var j = nearest; j < i; j++) Add(bucket, i, j);
            for (var j = 0; j < Math.Min(Leaders, nearest); j++) Add(bucket, i, j);
        }

        void Add(ReadOnlySpan<ulong> bucket, int i, int j)
        {
            for (var time = 0; time < times; time++) pairs.Add((int)bucket[j], (int)bucket[i]);
        }
    }
}
