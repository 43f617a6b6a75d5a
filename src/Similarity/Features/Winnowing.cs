namespace Similarity;

/// <summary>
/// Passage fingerprints (Schleimer, Wilkerson, Aiken 2003): of every <c>window</c> consecutive shingles the smallest is
/// chosen. Two texts that share <c>window + n − 1</c> consecutive words share a fingerprint, wherever the passage
/// stands and however long the texts are, which is what finds excerpts that resemblance cannot see.
/// </summary>
internal static class Winnowing
{
    /// <summary>
    /// Chooses the fingerprints of a text, in text order. A text of fewer than <paramref name="window"/> shingles gets
    /// its smallest.
    /// </summary>
    /// <param name="shingles">Avalanched shingle hashes in text order.</param>
    /// <param name="window">Shingles a window, at least 1.</param>
    /// <param name="fingerprints">Room for as many values as there are shingles; a fingerprint is the low half of its shingle, which says nothing of its order.</param>
    /// <returns>How many were chosen: about 2/(window+1) of the shingles.</returns>
    public static int Select(ReadOnlySpan<ulong> shingles, int window, Span<uint> fingerprints)
    {
        if (shingles.IsEmpty) return 0;
        var count = 0;
        var chosen = -1;
        var windows = Math.Max(1, shingles.Length - window + 1);
        for (var start = 0; start < windows; start++)
        {
            var end = Math.Min(start + window, shingles.Length);
            if (chosen < start)
            {
                // The chosen one left the window: the rightmost smallest of the new window follows it.
                chosen = start;
                for (var i = start + 1; i < end; i++)
                {
                    if (shingles[i] <= shingles[chosen]) chosen = i;
                }
            }
            else if (shingles[end - 1] <= shingles[chosen])
            {
                chosen = end - 1;
            }
            else
            {
                continue;
            }
            fingerprints[count++] = (uint)shingles[chosen];
        }
        return count;
    }
}
