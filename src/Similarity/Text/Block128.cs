using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>A block as four vectors of 128 bits.</summary>
internal readonly struct Block128 : IBlock
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Words(ref byte block, out ulong nonAscii)
    {
        var words = 0UL;
        nonAscii = 0;
        for (var at = 0; at < IBlock.Size; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref block, (nuint)at);
            words |= (ulong)IsWord(bytes).ExtractMostSignificantBits() << at;
            nonAscii |= (ulong)bytes.ExtractMostSignificantBits() << at;
        }
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsWord(Vector128<byte> bytes)
    {
        var letters = Vector128.LessThan((bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var digits = Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        return letters | digits;
    }
}
