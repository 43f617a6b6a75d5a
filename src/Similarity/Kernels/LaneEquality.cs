using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Counts the lanes in which two signatures are equal: the kernel of every comparison of signatures.</summary>
internal static class LaneEquality
{
    /// <summary>How many lanes of <paramref name="bytesPerLane"/> bytes (1, 2 or 4) are equal.</summary>
    public static int Count(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int bytesPerLane) => bytesPerLane switch
    {
        1 => Count<byte>(a, b),
        2 => Count<ushort>(a, b),
        _ => Count<uint>(a, b),
    };

    /// <summary>The specification.</summary>
    internal static int CountScalar<TLane>(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        where TLane : unmanaged, IEquatable<TLane>
    {
        var lanesOfA = MemoryMarshal.Cast<byte, TLane>(a);
        var lanesOfB = MemoryMarshal.Cast<byte, TLane>(b);
        var equal = 0;
        for (var i = 0; i < lanesOfA.Length; i++) equal += lanesOfA[i].Equals(lanesOfB[i]) ? 1 : 0;
        return equal;
    }

    internal static int CountVectors<TBytes, TLane>(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        where TBytes : struct, ILaneBytes
        where TLane : unmanaged, IEquatable<TLane>
    {
        b = b[..a.Length];
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var (equal, i) = (0, 0);
        for (; i <= a.Length - TBytes.Count; i += TBytes.Count) equal += TBytes.CountEqual<TLane>(ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i));
        return equal + CountScalar<TLane>(a[i..], b[i..]);
    }

    private static int Count<TLane>(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        where TLane : unmanaged, IEquatable<TLane>
    {
        if (Vector512.IsHardwareAccelerated) return CountVectors<LaneBytes512, TLane>(a, b);
        if (Vector256.IsHardwareAccelerated) return CountVectors<LaneBytes256, TLane>(a, b);
        return Vector128.IsHardwareAccelerated ? CountVectors<LaneBytes128, TLane>(a, b) : CountScalar<TLane>(a, b);
    }
}
