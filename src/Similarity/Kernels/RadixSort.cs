namespace Similarity;

/// <summary>
/// Least-significant-digit radix sort of 64-bit values, eight bits a pass. Stable in the bits that are not sorted by,
/// which is what lets a (key, rank) value be sorted by its key alone and keep its ranks ascending.
/// </summary>
internal static class RadixSort
{
    private const int Digit = 256;

    /// <summary>Below this many values a comparison sort of the whole value wins.</summary>
    private const int Small = 512;

    /// <summary>
    /// Sorts <paramref name="values"/> ascending by their bits from <paramref name="fromBit"/> (a multiple of 8) up.
    /// The bits below must already be ascending among equals, or must not matter.
    /// </summary>
    /// <param name="values">What is sorted, in place.</param>
    /// <param name="scratch">At least as long as <paramref name="values"/>; its content is lost.</param>
    /// <param name="fromBit">0 to sort by the whole value.</param>
    public static void Sort(Span<ulong> values, Span<ulong> scratch, int fromBit = 0)
    {
        if (values.Length < Small)
        {
            values.Sort();
            return;
        }
        scratch = scratch[..values.Length];
        Span<int> counts = stackalloc int[8 * Digit];
        Count(values, counts);

        var source = values;
        var target = scratch;
        var inScratch = false;
        for (var shift = fromBit; shift < 64; shift += 8)
        {
            var offsets = counts.Slice(shift / 8 * Digit, Digit);
            if (!ToOffsets(offsets, values.Length)) continue;
            foreach (var value in source)
            {
                target[offsets[(int)(value >> shift) & (Digit - 1)]++] = value;
            }
            var swap = source;
            source = target;
            target = swap;
            inScratch = !inScratch;
        }
        if (inScratch) scratch.CopyTo(values);
    }

    private static void Count(ReadOnlySpan<ulong> values, Span<int> counts)
    {
        counts.Clear();
        foreach (var value in values)
        {
            for (var digit = 0; digit < 8; digit++)
            {
                counts[digit * Digit + ((int)(value >> (digit * 8)) & (Digit - 1))]++;
            }
        }
    }

    /// <summary>Turns counts to start offsets; false where all values share the digit, so that the pass can be left out.</summary>
    private static bool ToOffsets(Span<int> counts, int total)
    {
        var offset = 0;
        for (var digit = 0; digit < Digit; digit++)
        {
            var count = counts[digit];
            if (count == total) return false;
            counts[digit] = offset;
            offset += count;
        }
        return true;
    }
}
