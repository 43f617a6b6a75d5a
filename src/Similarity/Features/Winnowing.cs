using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Passage fingerprints (Schleimer, Wilkerson, Aiken 2003): of every <c>window</c> consecutive shingles the smallest is
/// chosen. Two texts that share <c>window + n − 1</c> consecutive words share a fingerprint, wherever the passage
/// stands and however long the texts are, which is what finds excerpts that resemblance cannot see.
/// </summary>
internal static class Winnowing
{
    /// <summary>
    /// Chooses the fingerprints of a text, in text order: the smallest shingle of each window where it is not that of the
    /// window before. A text of fewer than <paramref name="window"/> shingles is one window.
    /// </summary>
    /// <param name="shingles">Avalanched shingle hashes in text order.</param>
    /// <param name="window">Shingles a window, at least 1.</param>
    /// <param name="smallest">Room to work in for as many values as there are shingles.</param>
    /// <param name="fingerprints">
    /// Room for as many values as there are shingles; a fingerprint is the low half of its shingle, which says nothing of
    /// its order.
    /// </param>
    /// <returns>How many were chosen: about 2/(window+1) of the shingles.</returns>
    public static int Select(ReadOnlySpan<ulong> shingles, int window, Span<ulong> smallest, Span<uint> fingerprints)
    {
        if (shingles.IsEmpty) return 0;
        smallest = smallest[..shingles.Length];
        if (Vector512.IsHardwareAccelerated) SmallestOfWindows<HashLanes512, Vector512<ulong>>(shingles, window, smallest);
        else if (Vector256.IsHardwareAccelerated) SmallestOfWindows<HashLanes256, Vector256<ulong>>(shingles, window, smallest);
        else SmallestOfWindows<HashLanes128, Vector128<ulong>>(shingles, window, smallest);
        return Changes(smallest[..Math.Max(1, shingles.Length - window + 1)], fingerprints);
    }

    /// <summary>The specification: looks through every window.</summary>
    internal static int SelectScalar(ReadOnlySpan<ulong> shingles, int window, Span<uint> fingerprints)
    {
        var count = 0;
        ulong? last = null;
        for (var start = 0; start < Math.Max(1, shingles.Length - window + 1) && !shingles.IsEmpty; start++)
        {
            var least = ulong.MaxValue;
            foreach (var shingle in shingles[start..Math.Min(start + window, shingles.Length)]) least = Math.Min(least, shingle);
            if (least == last) continue;
            fingerprints[count++] = (uint)least;
            last = least;
        }
        return count;
    }

    /// <summary>
    /// The smallest value of each window, by doubling: of windows of 1, 2, 4 and so on, and in the end of two that overlap.
    /// </summary>
    internal static void SmallestOfWindows<TLanes, TVector>(ReadOnlySpan<ulong> shingles, int window, Span<ulong> smallest)
        where TLanes : struct, IHashLanes<TVector>
        where TVector : struct
    {
        shingles.CopyTo(smallest);
        window = Math.Min(window, shingles.Length);
        var width = 1;
        for (; width * 2 <= window; width *= 2) Narrow<TLanes, TVector>(smallest, width, shingles.Length - (width * 2) + 1);
        if (width < window) Narrow<TLanes, TVector>(smallest, window - width, shingles.Length - window + 1);
    }

    /// <summary>Makes each of the first <paramref name="count"/> values the smaller of itself and the one <paramref name="distance"/> behind it.</summary>
    private static void Narrow<TLanes, TVector>(Span<ulong> values, int distance, int count)
        where TLanes : struct, IHashLanes<TVector>
        where TVector : struct
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count + distance, values.Length, nameof(count));
        ref var value = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            ref var here = ref Unsafe.Add(ref value, i);
            TLanes.Store(TLanes.Min(TLanes.Load(ref here), TLanes.Load(ref Unsafe.Add(ref here, distance))), ref here);
        }
        for (; i < count; i++) values[i] = Math.Min(values[i], values[i + distance]);
    }

    /// <summary>Writes the low half of each value that is not the one before it, without a branch that could be mistaken.</summary>
    private static int Changes(ReadOnlySpan<ulong> values, Span<uint> changes)
    {
        changes = changes[..values.Length];
        var count = 0;
        var last = ~values[0];
        foreach (var value in values)
        {
            changes[count] = (uint)value;
            count += value == last ? 0 : 1;
            last = value;
        }
        return count;
    }
}
