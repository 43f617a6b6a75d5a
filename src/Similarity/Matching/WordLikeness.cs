using System.Numerics;

namespace Similarity;

/// <summary>
/// Whether two words are the same but for spelling: British and American forms, the noise of character recognition. They
/// are where the edit distance (Levenshtein 1966) of their bytes, ASCII case aside, is at most a third of the longer one.
/// </summary>
internal static class WordLikeness
{
    /// <summary>Shorter words are alike only when they are the same: of three letters another one makes another word.</summary>
    private const int ShortestBytes = 4;

    /// <summary>Longer words are alike only when they are the same, so that time is bounded.</summary>
    private const int LongestBytes = 32;

    /// <summary>Whether two different words are alike.</summary>
    public static bool IsAlike(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }
        var most = b.Length / 3;
        if (a.Length < ShortestBytes || b.Length > LongestBytes || b.Length - a.Length > most) return false;
        // Figures that differ are not spelt otherwise; they are other figures.
        if (char.IsAsciiDigit((char)a[0]) || char.IsAsciiDigit((char)b[0])) return false;
        // An edit takes one letter away and brings another: words that differ in more letters need not be looked at closely.
        return BitOperations.PopCount(Letters(a) ^ Letters(b)) <= 2 * most && IsWithin(a, b, most);
    }

    /// <summary>Which letters a word has, in some sixty kinds.</summary>
    private static ulong Letters(ReadOnlySpan<byte> word)
    {
        var letters = 0UL;
        foreach (var letter in word) letters |= 1UL << (Fold(letter) & 63);
        return letters;
    }

    private static bool IsWithin(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int most)
    {
        Span<byte> row = stackalloc byte[LongestBytes + 1];
        for (var i = 0; i <= a.Length; i++) row[i] = (byte)i;
        for (var j = 0; j < b.Length; j++)
        {
            var letter = Fold(b[j]);
            int diagonal = row[0], least = row[0] = (byte)(j + 1);
            for (var i = 0; i < a.Length; i++)
            {
                var cost = Math.Min(Math.Min(row[i], row[i + 1]) + 1, diagonal + (Fold(a[i]) == letter ? 0 : 1));
                diagonal = row[i + 1];
                row[i + 1] = (byte)cost;
                least = Math.Min(least, cost);
            }
            if (least > most) return false;
        }
        return row[a.Length] <= most;
    }

    private static int Fold(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20 : letter;
}
