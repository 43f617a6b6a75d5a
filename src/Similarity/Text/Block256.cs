using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>A block as two vectors of 256 bits.</summary>
internal readonly struct Block256 : IBlock
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Words(ref byte block, out ulong nonAscii)
    {
        var low = Vector256.LoadUnsafe(ref block);
        var high = Vector256.LoadUnsafe(ref block, (nuint)Vector256<byte>.Count);
        nonAscii = low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
        return IsWord(low).ExtractMostSignificantBits() | ((ulong)IsWord(high).ExtractMostSignificantBits() << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsWord(Vector256<byte> bytes)
    {
        var letters = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26));
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
        return letters | digits;
    }
}
