using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Similarity;

/// <summary>
/// A 64-bit hash for short words: two multiplications for up to 16 bytes, one more for every further 16. The same on
/// every platform, and part of what an index on disk holds: it never changes. Not meant against an adversary.
/// </summary>
/// <remarks>
/// The bytes are read as pairs of little-endian 64-bit words, the last pair padded with zeros; no bytes are one pair of
/// zeros. With <c>fold(a, b)</c> the high half of the 128-bit product xor the low half:
/// <code>
/// state = Seed
/// for each pair of words v, w: state = fold(state ^ v, StepMultiplier ^ w)
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

    /// <summary>Bytes that one step takes.</summary>
    internal const int StepBytes = 2 * sizeof(ulong);

    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    public static ulong Compute(ReadOnlySpan<byte> bytes)
    {
        var state = Seed;
        Span<byte> pair = stackalloc byte[StepBytes];
        var rest = bytes;
        do
        {
            var taken = Math.Min(rest.Length, StepBytes);
            pair.Clear();
            rest[..taken].CopyTo(pair);
            rest = rest[taken..];
            state = Step(state, BinaryPrimitives.ReadUInt64LittleEndian(pair), BinaryPrimitives.ReadUInt64LittleEndian(pair[sizeof(ulong)..]));
        }
        while (!rest.IsEmpty);
        return End(state, bytes.Length);
    }

    /// <summary>The state after one more pair of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Step(ulong state, ulong first, ulong second) => Fold(state ^ first, StepMultiplier ^ second);

    /// <summary>The hash, once every word has been taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong End(ulong state, int length) => Fold(state ^ (uint)length, EndMultiplier);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        // Both halves at once go through memory, which costs more than a second multiplication.
        if (Bmi2.X64.IsSupported) return Bmi2.X64.MultiplyNoFlags(a, b) ^ (a * b);
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
