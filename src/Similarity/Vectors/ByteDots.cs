using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Similarity;

/// <summary>
/// Dot products of rows of unsigned bytes with a query of signed ones. Sums of integers, and so the same whichever form
/// computes them; up to 65,536 elements cannot overflow.
/// </summary>
internal static class ByteDots
{
    /// <summary>The fastest form that this processor has.</summary>
    public static void Compute(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        if (query.Length < Vector256<byte>.Count) ComputeScalar(rows, query, dots);
        else if (AvxVnni.IsSupported) ComputeFused(rows, query, dots);
        else if (Avx2.IsSupported) ComputePairs(rows, query, dots);
        else if (Vector128.IsHardwareAccelerated) ComputeWidened(rows, query, dots);
        else ComputeScalar(rows, query, dots);
    }

    /// <summary>The specification.</summary>
    internal static void ComputeScalar(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        for (var row = 0; row < dots.Length; row++)
        {
            var sum = 0;
            for (var i = 0; i < query.Length; i++) sum += rows[(row * query.Length) + i] * query[i];
            dots[row] = sum;
        }
    }

    /// <summary>
    /// Four products and their sum in one step; four rows at a time, whose sums are made together, from four places, so that
    /// as many streams of memory are under way.
    /// </summary>
    internal static void ComputeFused(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        ref var source = ref MemoryMarshal.GetReference(rows[..(dots.Length * query.Length)]);
        ref var values = ref MemoryMarshal.GetReference(query);
        var whole = query.Length - (query.Length % Vector256<byte>.Count);
        var last = LastOf(query, whole);
        var quarter = dots.Length / 4;
        for (var row = 0; row < quarter; row++)
        {
            ref var a = ref Unsafe.Add(ref source, (nint)row * query.Length);
            ref var b = ref Unsafe.Add(ref a, (nint)quarter * query.Length);
            ref var c = ref Unsafe.Add(ref b, (nint)quarter * query.Length);
            ref var d = ref Unsafe.Add(ref c, (nint)quarter * query.Length);
            Vector256<int> sumA = default, sumB = default, sumC = default, sumD = default;
            for (nint i = 0; i < whole; i += Vector256<byte>.Count)
            {
                var some = Vector256.LoadUnsafe(ref values, (nuint)i);
                sumA = Fused(ref a, i, some, sumA);
                sumB = Fused(ref b, i, some, sumB);
                sumC = Fused(ref c, i, some, sumC);
                sumD = Fused(ref d, i, some, sumD);
            }
            nint rest = query.Length - Vector256<byte>.Count;
            var ab = Avx2.HorizontalAdd(Fused(ref a, rest, last, sumA), Fused(ref b, rest, last, sumB));
            var cd = Avx2.HorizontalAdd(Fused(ref c, rest, last, sumC), Fused(ref d, rest, last, sumD));
            var sums = Avx2.HorizontalAdd(ab, cd);
            var four = sums.GetLower() + sums.GetUpper();
            dots[row] = four[0];
            dots[row + quarter] = four[1];
            dots[row + (2 * quarter)] = four[2];
            dots[row + (3 * quarter)] = four[3];
        }
        ComputeScalar(rows[(4 * quarter * query.Length)..], query, dots[(4 * quarter)..]);

        static Vector256<int> Fused(ref byte row, nint at, Vector256<sbyte> values, Vector256<int> sums) =>
            AvxVnni.MultiplyWideningAndAdd(sums, Vector256.LoadUnsafe(ref Unsafe.Add(ref row, at)), values);
    }

    /// <summary>Widened to 16 bits, two products and their sum in one step.</summary>
    internal static void ComputePairs(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        ref var source = ref MemoryMarshal.GetReference(rows[..(dots.Length * query.Length)]);
        ref var values = ref MemoryMarshal.GetReference(query);
        var whole = query.Length - (query.Length % Vector256<byte>.Count);
        var last = LastOf(query, whole);
        for (var row = 0; row < dots.Length; row++)
        {
            ref var start = ref Unsafe.Add(ref source, (nint)row * query.Length);
            var sums = Vector256<int>.Zero;
            for (var i = 0; i < whole; i += Vector256<byte>.Count)
            {
                sums += Pairs(Vector256.LoadUnsafe(ref start, (nuint)i), Vector256.LoadUnsafe(ref values, (nuint)i));
            }
            sums += Pairs(Vector256.LoadUnsafe(ref start, (nuint)(query.Length - Vector256<byte>.Count)), last);
            dots[row] = Vector256.Sum(sums);
        }

        static Vector256<int> Pairs(Vector256<byte> bytes, Vector256<sbyte> values)
        {
            var (lowBytes, highBytes) = Vector256.Widen(bytes);
            var (lowValues, highValues) = Vector256.Widen(values);
            return Avx2.MultiplyAddAdjacent(lowBytes.AsInt16(), lowValues) + Avx2.MultiplyAddAdjacent(highBytes.AsInt16(), highValues);
        }
    }

    /// <summary>With nothing that only some processors have: products of 16 bits would overflow, and so are made of 32.</summary>
    internal static void ComputeWidened(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        ref var source = ref MemoryMarshal.GetReference(rows[..(dots.Length * query.Length)]);
        ref var values = ref MemoryMarshal.GetReference(query);
        for (var row = 0; row < dots.Length; row++)
        {
            ref var start = ref Unsafe.Add(ref source, (nint)row * query.Length);
            var sums = Vector128<int>.Zero;
            var i = 0;
            for (; i <= query.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                var (lowBytes, highBytes) = Vector128.Widen(Vector128.LoadUnsafe(ref start, (nuint)i));
                var (lowValues, highValues) = Vector128.Widen(Vector128.LoadUnsafe(ref values, (nuint)i));
                sums += Products(lowBytes.AsInt16(), lowValues) + Products(highBytes.AsInt16(), highValues);
            }
            var sum = Vector128.Sum(sums);
            for (; i < query.Length; i++) sum += Unsafe.Add(ref start, i) * Unsafe.Add(ref values, i);
            dots[row] = sum;
        }

        static Vector128<int> Products(Vector128<short> a, Vector128<short> b)
        {
            var (lowA, highA) = Vector128.Widen(a);
            var (lowB, highB) = Vector128.Widen(b);
            return (lowA * lowB) + (highA * highB);
        }
    }

    /// <summary>The elements from <paramref name="whole"/> on at the end of a vector, and zeros before them.</summary>
    private static Vector256<sbyte> LastOf(ReadOnlySpan<sbyte> query, int whole)
    {
        Span<sbyte> last = stackalloc sbyte[Vector256<sbyte>.Count];
        last.Clear();
        query[whole..].CopyTo(last[(last.Length - (query.Length - whole))..]);
        return Vector256.Create<sbyte>(last);
    }
}
