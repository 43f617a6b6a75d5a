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
    private const int LongRow = 192;

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

    /// <summary>Four products and their sum in one step.</summary>
    internal static void ComputeFused(ReadOnlySpan<byte> rows, ReadOnlySpan<sbyte> query, Span<int> dots)
    {
        ref var source = ref MemoryMarshal.GetReference(rows[..(dots.Length * query.Length)]);
        ref var values = ref MemoryMarshal.GetReference(query);
        var whole = query.Length - (query.Length % Vector256<byte>.Count);
        var last = LastOf(query, whole);
        var row = 0;
        // Of short rows, the sums at the end cost as much as the products: those of four rows are made together.
        for (; query.Length < LongRow && row <= dots.Length - 4; row += 4)
        {
            ref var start = ref Unsafe.Add(ref source, (nint)row * query.Length);
            var ab = Avx2.HorizontalAdd(Fused(ref start, ref values, whole, last, query.Length), Fused(ref Unsafe.Add(ref start, query.Length), ref values, whole, last, query.Length));
            start = ref Unsafe.Add(ref start, 2 * query.Length);
            var cd = Avx2.HorizontalAdd(Fused(ref start, ref values, whole, last, query.Length), Fused(ref Unsafe.Add(ref start, query.Length), ref values, whole, last, query.Length));
            var sums = Avx2.HorizontalAdd(ab, cd);
            (sums.GetLower() + sums.GetUpper()).CopyTo(dots[row..]);
        }
        for (; row < dots.Length; row++)
        {
            dots[row] = Vector256.Sum(Fused(ref Unsafe.Add(ref source, (nint)row * query.Length), ref values, whole, last, query.Length));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Fused(ref byte row, ref sbyte values, int whole, Vector256<sbyte> last, int length)
    {
        var sums = Vector256<int>.Zero;
        for (nint i = 0; i < whole; i += Vector256<byte>.Count)
        {
            sums = AvxVnni.MultiplyWideningAndAdd(sums, Vector256.LoadUnsafe(ref row, (nuint)i), Vector256.LoadUnsafe(ref values, (nuint)i));
        }
        return AvxVnni.MultiplyWideningAndAdd(sums, Vector256.LoadUnsafe(ref row, (nuint)(length - Vector256<byte>.Count)), last);
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
