using System.Numerics;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// Sorts hashes. Their leading bits are as good as random, so that one pass puts each value next to its place, and an
/// insertion sort over the whole puts it there. With a few buckets a value most are in place already, and the branches of
/// the insertion are foreseen.
/// </summary>
internal static class HashSort
{
    /// <summary>Below this many values a comparison sort wins.</summary>
    private const int Few = 32;

    /// <summary>2 to the power of this many buckets a value, or up to twice as many.</summary>
    private const int BucketBits = 2;

    /// <summary>More values than this in a bucket are no accident: repeats, or somebody's doing.</summary>
    private const int Crowded = 32;

    /// <summary>Sorts <paramref name="hashes"/> ascending, in place.</summary>
    /// <param name="hashes">What is sorted. Values that are not hashes are sorted too, only slower.</param>
    /// <param name="scratch">At least as long; its content is lost.</param>
    /// <param name="starts">Kept from call to call; grown as needed.</param>
    public static void Sort<T>(Span<T> hashes, Span<T> scratch, ref int[] starts)
        where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>
    {
        if (hashes.Length < Few)
        {
            Insert(hashes);
            return;
        }
        var bits = BitOperations.Log2((uint)hashes.Length) + BucketBits;
        var shift = (Unsafe.SizeOf<T>() * 8) - bits;
        var buckets = 1 << bits;
        if (starts.Length < buckets + 1) starts = new int[Math.Max(buckets + 1, starts.Length * 2)];
        var next = starts.AsSpan(0, buckets + 1);
        next.Clear();
        foreach (var hash in hashes) next[int.CreateTruncating(hash >>> shift) + 1]++;
        if (next.ContainsAnyInRange(Crowded, int.MaxValue))
        {
            hashes.Sort();
            return;
        }
        for (var i = 1; i < next.Length; i++) next[i] += next[i - 1];
        foreach (var hash in hashes) scratch[next[int.CreateTruncating(hash >>> shift)]++] = hash;
        scratch[..hashes.Length].CopyTo(hashes);
        Insert(hashes);
    }

    private static void Insert<T>(Span<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            var j = i;
            for (; j > 0 && values[j - 1] > value; j--) values[j] = values[j - 1];
            values[j] = value;
        }
    }
}
