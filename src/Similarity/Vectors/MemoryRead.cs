using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Reads memory as fast as one core can, and does nothing else: the limit that scans are measured against. Four streams,
/// because one alone does not keep the memory busy.
/// </summary>
internal static class MemoryRead
{
    private const int Streams = 4;

    /// <summary>Reads all of <paramref name="floats"/> but some at the end; the result is of no interest, but keeps it from being left out.</summary>
    public static float Run(ReadOnlySpan<float> floats)
    {
        ref var start = ref MemoryMarshal.GetReference(floats);
        var quarter = (nuint)(floats.Length / Streams);
        Vector512<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i + (nuint)Vector512<float>.Count <= quarter; i += (nuint)Vector512<float>.Count)
        {
            a += Vector512.LoadUnsafe(ref start, i);
            b += Vector512.LoadUnsafe(ref start, i + quarter);
            c += Vector512.LoadUnsafe(ref start, i + (2 * quarter));
            d += Vector512.LoadUnsafe(ref start, i + (3 * quarter));
        }
        return Vector512.Sum(a + b + (c + d));
    }
}
