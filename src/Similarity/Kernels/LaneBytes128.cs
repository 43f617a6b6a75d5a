using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Lanes in vectors of 128 bits.</summary>
internal readonly struct LaneBytes128 : ILaneBytes
{
    /// <inheritdoc/>
    public static int Count => Vector128<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountEqual<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged =>
        BitOperations.PopCount(Vector128.Equals(Vector128.LoadUnsafe(ref a).As<byte, TLane>(), Vector128.LoadUnsafe(ref b).As<byte, TLane>()).ExtractMostSignificantBits());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountShared<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged
    {
        var many = Vector128.LoadUnsafe(ref b).As<byte, TLane>();
        var shared = 0UL;
        for (var i = 0; i < Vector128<TLane>.Count; i++)
        {
            var one = Vector128.Create(Unsafe.As<byte, TLane>(ref Unsafe.Add(ref a, i * Unsafe.SizeOf<TLane>())));
            shared |= Vector128.Equals(one, many).ExtractMostSignificantBits();
        }
        return BitOperations.PopCount(shared);
    }
}
