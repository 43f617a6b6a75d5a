namespace Similarity.FastText;

/// <summary>The runs of words that supervised models have rows for (<c>-wordNgrams</c>), so that the order of words counts.</summary>
internal static class WordRuns
{
    private const ulong Multiplier = 116049371;

    /// <summary>
    /// Adds the bucket, below <paramref name="buckets"/>, of every run of 2 to <paramref name="most"/> words, by their starts,
    /// then by their lengths.
    /// </summary>
    /// <param name="wordHashes">The <see cref="Fnv1a"/> hash of each word; the original keeps them signed, and so widens the sign.</param>
    /// <param name="most">Words of the longest run.</param>
    /// <param name="buckets">1 or more.</param>
    /// <param name="found">Where the buckets go.</param>
    public static void AddBuckets(scoped ReadOnlySpan<int> wordHashes, int most, int buckets, ref RowList found)
    {
        for (var start = 0; start < wordHashes.Length; start++)
        {
            var hash = (ulong)(long)wordHashes[start];
            var end = Math.Min(wordHashes.Length, (long)start + most);
            for (var next = start + 1; next < end; next++)
            {
                hash = (hash * Multiplier) + (ulong)(long)wordHashes[next];
                found.Add((int)(hash % (ulong)buckets));
            }
        }
    }
}
