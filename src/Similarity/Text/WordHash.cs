using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// A 64-bit hash for short words: two multiplications for up to 8 bytes, one more for every further 8. The same on
/// every platform, and part of what an index on disk holds: it never changes. Not meant against an adversary.
/// </summary>
/// <remarks>
/// The bytes are read as little-endian 64-bit words, the last one padded with zeros; no bytes are one word of zeros.
/// With <c>fold(a, b)</c> the high half of the 128-bit product xor the low half:
/// <code>
/// state = Seed
/// for each word w: state = fold(state ^ w, StepMultiplier)
/// hash = fold(state ^ number of bytes, EndMultiplier)
/// </code>
/// The number of bytes joins last, so that it costs no multiplication of its own and cannot cancel against a word.
/// The constants are the first 64 fractional bits of the square roots of 2, 3 and 5, the lowest bit set.
/// </remarks>
public static class WordHash
{
    internal const ulong Seed = 0x6A09E667F3BCC909;
    private const ulong StepMultiplier = 0xBB67AE8584CAA73B;
    private const ulong EndMultiplier = 0x3C6EF372FE94F82B;

    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    public static ulong Compute(ReadOnlySpan<byte> bytes)
    {
        var state = Seed;
        var rest = bytes;
        while (rest.Length > sizeof(ulong))
        {
            state = Step(state, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            rest = rest[sizeof(ulong)..];
        }
        return End(Step(state, ReadPadded(rest)), bytes.Length);
    }

    /// <summary>The state after one more word of 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Step(ulong state, ulong word) => Fold(state ^ word, StepMultiplier);

    /// <summary>The hash, once every word has been taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong End(ulong state, int length) => Fold(state ^ (uint)length, EndMultiplier);

    /// <summary>Up to 8 bytes as a little-endian word, padded with zeros.</summary>
    private static ulong ReadPadded(ReadOnlySpan<byte> bytes)
    {
        var word = 0UL;
        for (var i = bytes.Length - 1; i >= 0; i--) word = (word << 8) | bytes[i];
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
