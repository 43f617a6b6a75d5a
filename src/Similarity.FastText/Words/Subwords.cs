using System.Buffers;
using System.Runtime.CompilerServices;

namespace Similarity.FastText;

/// <summary>
/// The n-grams of characters that give a word its vector beside its own row: all stretches of so many code points of
/// <c>&lt;word&gt;</c>, but for the two brackets alone (Bojanowski and others 2017, Enriching Word Vectors with Subword
/// Information).
/// </summary>
/// <remarks>
/// A code point is a byte and the UTF-8 continuation bytes (10xxxxxx) after it, whatever they are, as in the original; so
/// invalid UTF-8 has n-grams too.
/// </remarks>
internal static class Subwords
{
    private const int StackBytes = 256;

    /// <summary>Adds the hash of every n-gram of <paramref name="least"/> to <paramref name="most"/> code points, by their starts, then by their lengths.</summary>
    [SkipLocalsInit]
    public static void AddHashes(scoped ReadOnlySpan<byte> word, int least, int most, ref RowList hashes)
    {
        if (most < Math.Max(least, 1)) return;
        byte[]? rented = null;
        var length = checked(word.Length + 2);
        var marked = length <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(length));
        marked = marked[..length];
        marked[0] = (byte)'<';
        word.CopyTo(marked[1..]);
        marked[^1] = (byte)'>';
        for (var start = 0; start < marked.Length; start++)
        {
            if (!IsContinuation(marked[start])) AddHashesAt(marked, start, least, most, ref hashes);
        }
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private static void AddHashesAt(scoped ReadOnlySpan<byte> marked, int start, int least, int most, ref RowList hashes)
    {
        var hash = Fnv1a.Basis;
        var end = start;
        for (var points = 1; points <= most && end < marked.Length; points++)
        {
            do
            {
                hash = Fnv1a.Add(hash, marked[end++]);
            }
            while (end < marked.Length && IsContinuation(marked[end]));
            var isBracket = points == 1 && (start == 0 || end == marked.Length);
            if (points >= least && !isBracket) hashes.Add((int)hash);
        }
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;
}
