using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>A block as one vector of 512 bits.</summary>
internal readonly struct Block512 : IBlock
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Words(ref byte block, out ulong nonAscii)
    {
        var bytes = Vector512.LoadUnsafe(ref block);
        nonAscii = bytes.ExtractMostSignificantBits();
        return IsWord(bytes).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> IsWord(Vector512<byte> bytes)
    {
        var letters = Vector512.LessThan((bytes | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)26));
        var digits = Vector512.LessThan(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)10));
        return letters | digits;
    }
}
