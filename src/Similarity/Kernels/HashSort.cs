using System.Numerics;

namespace Similarity;

/// <summary>
/// Sorts hashes. Their leading bits are as good as random, so that one pass puts each value next to its place, and an
/// insertion sort over the whole puts it there: about three steps a value.
/// </summary>
internal static class HashSort
{
    /// <summary>Below this many values a comparison sort wins.</summary>
    private const int Few = 48;

    /// <summary>More values than this in a bucket are no accident: repeats, or somebody's doing.</summary>
    private const int Crowded = 32;

    /// <summary>Sorts <paramref name="hashes"/> ascending, in place.</summary>
    /// <param name="hashes">What is sorted. Values that are not hashes are sorted too, only slower.</param>
    /// <param name="scratch">At least as long; its content is lost.</param>
    /// <param name="starts">Kept from call to call; grown as needed.</param>
    public static void Sort(Span<ulong> hashes, Span<ulong> scratch, ref int[] starts)
    {
        if (hashes.Length < Few)
        {
            hashes.Sort();
            return;
        }
        var bits = BitOperations.Log2((uint)hashes.Length);
        var shift = 64 - bits;
        var buckets = 1 << bits;
        if (starts.Length < buckets + 1) starts = new int[Math.Max(buckets + 1, starts.Length * 2)];
        var next = starts.AsSpan(0, buckets + 1);
        next.Clear();
        foreach (var hash in hashes) next[(int)(hash >> shift) + 1]++;
        if (next.ContainsAnyInRange(Crowded, int.MaxValue))
        {
            RadixSort.Sort(hashes, scratch);
            return;
        }
        for (var i = 1; i < next.Length; i++) next[i] += next[i - 1];
        foreach (var hash in hashes) scratch[next[(int)(hash >> shift)]++] = hash;
        scratch[..hashes.Length].CopyTo(hashes);
        Insert(hashes);
    }

    private static void Insert(Span<ulong> values)
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
