using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Lanes in vectors of 512 bits.</summary>
internal readonly struct LaneBytes512 : ILaneBytes
{
    /// <inheritdoc/>
    public static int Count => Vector512<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountEqual<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged =>
        BitOperations.PopCount(Vector512.Equals(Vector512.LoadUnsafe(ref a).As<byte, TLane>(), Vector512.LoadUnsafe(ref b).As<byte, TLane>()).ExtractMostSignificantBits());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountShared<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged
    {
        var many = Vector512.LoadUnsafe(ref b).As<byte, TLane>();
        var shared = 0UL;
        for (var i = 0; i < Vector512<TLane>.Count; i++)
        {
            var one = Vector512.Create(Unsafe.As<byte, TLane>(ref Unsafe.Add(ref a, i * Unsafe.SizeOf<TLane>())));
            shared |= Vector512.Equals(one, many).ExtractMostSignificantBits();
        }
        return BitOperations.PopCount(shared);
    }
}
