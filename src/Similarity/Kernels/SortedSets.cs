using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Set operations on ascending, duplicate-free values.</summary>
internal static class SortedSets
{
    /// <summary>From this ratio of the sizes on, searching the larger set beats walking it.</summary>
    private const int GallopRatio = 16;

    /// <summary>Moves the distinct values of ascending <paramref name="values"/> to its front and returns how many there are.</summary>
    public static int Distinct<T>(Span<T> values)
        where T : IEquatable<T>
    {
        var distinct = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || !values[i].Equals(values[i - 1])) values[distinct++] = values[i];
        }
        return distinct;
    }

    /// <summary>How many values both sets hold.</summary>
    public static int IntersectionSize<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (a.Length > b.Length) return IntersectionSize(b, a);
        if ((long)a.Length * GallopRatio < b.Length) return Gallop(a, b);
        if (Vector512.IsHardwareAccelerated) return Meet<LaneBytes512, T>(a, b);
        if (Vector256.IsHardwareAccelerated) return Meet<LaneBytes256, T>(a, b);
        return Walk(a, b);
    }

    /// <summary>The specification: one branch-free step a value, the comparisons become conditional increments.</summary>
    internal static int Walk<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryInteger<T>
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            T x = a[i], y = b[j];
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return shared;
    }

    /// <summary>
    /// A vector of each set at a time, all values of the one against all of the other; then on in the set whose vector ended
    /// first. Every two values that could be equal stand in two vectors that meet.
    /// </summary>
    internal static int Meet<TBytes, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where TBytes : struct, ILaneBytes
        where T : unmanaged, IBinaryInteger<T>
    {
        var count = TBytes.Count / Unsafe.SizeOf<T>();
        ref var x = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(a));
        ref var y = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(b));
        int i = 0, j = 0, shared = 0;
        while (i <= a.Length - count && j <= b.Length - count)
        {
            shared += TBytes.CountShared<T>(ref Unsafe.Add(ref x, i * Unsafe.SizeOf<T>()), ref Unsafe.Add(ref y, j * Unsafe.SizeOf<T>()));
            T lastOfA = a[i + count - 1], lastOfB = b[j + count - 1];
            i += lastOfA <= lastOfB ? count : 0;
            j += lastOfB <= lastOfA ? count : 0;
        }
        return shared + Walk(a[i..], b[j..]);
    }

    private static int Gallop<T>(ReadOnlySpan<T> few, ReadOnlySpan<T> many)
        where T : unmanaged, IBinaryInteger<T>
    {
        var shared = 0;
        foreach (var value in few)
        {
            var bound = 1;
            while (bound < many.Length && many[bound] < value) bound *= 2;
            var at = many[..Math.Min(bound + 1, many.Length)].BinarySearch(value);
            if (at >= 0) shared++;
            many = many[(at >= 0 ? at + 1 : ~at)..];
            if (many.IsEmpty) break;
        }
        return shared;
    }
}
