namespace Similarity;

/// <summary>
/// Shingles: hashes of <c>n</c> consecutive words (Broder 1997). The hash is a polynomial of the word hashes,
/// rolled from one shingle to the next, and avalanched, so that its bits can be sampled from directly.
/// </summary>
internal static class Shingles
{
    /// <summary>An odd constant, so that every power of it is invertible modulo 2^64.</summary>
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>How many shingles a text of <paramref name="words"/> words has: never none unless it has no word.</summary>
    public static int CountFor(int words, int shingleWords) =>
        words == 0 ? 0 : Math.Max(1, words - shingleWords + 1);

    /// <summary>
    /// Writes the shingles of <paramref name="words"/> in text order, repeats included. A text shorter than a shingle
    /// has one, of all its words.
    /// </summary>
    /// <param name="words">Word hashes in text order.</param>
    /// <param name="shingleWords">Words a shingle, at least 1.</param>
    /// <param name="shingles">At least <see cref="CountFor"/> values long.</param>
    /// <returns>How many were written.</returns>
    public static int Roll(ReadOnlySpan<ulong> words, int shingleWords, Span<ulong> shingles)
    {
        if (words.IsEmpty) return 0;
        var n = Math.Min(shingleWords, words.Length);
        ulong polynomial = 0, highest = 1;
        for (var i = 0; i < n; i++)
        {
            polynomial = polynomial * Base + words[i];
            if (i > 0) highest *= Base;
        }
        shingles[0] = Mixing.Avalanche(polynomial);
        var count = words.Length - n + 1;
        for (var i = 1; i < count; i++)
        {
            polynomial = (polynomial - words[i - 1] * highest) * Base + words[i + n - 1];
            shingles[i] = Mixing.Avalanche(polynomial);
        }
        return count;
    }
}
