using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Similarity.Formats;

/// <summary>
/// Whether bytes are UTF-8, a vector at a time (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021). What is wrong
/// with two neighbouring bytes follows from three of their halves: each names the faults it allows, and a fault is one that all three do.
/// Only of the third and fourth byte of a character has more to be known: what stands two and three bytes before.
/// </summary>
internal static class Utf8Text
{
    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLarge1000 = 1 << 6;
    private const byte Overlong4 = 1 << 6;
    private const byte TwoContinuations = 1 << 7;
    private const byte Carry = TooShort | TooLong | TwoContinuations;
    private const byte TooLargeBoth = Carry | TooLarge | TooLarge1000;

    /// <summary>Bytes before a place that decide about it.</summary>
    public const int Before = 3;

    /// <summary>Bytes that are looked at from a place on: 64, and those that continue a character which begins there.</summary>
    public const int Reach = 96;

    /// <summary>By the high half of the first byte.</summary>
    private static Vector128<byte> FirstHigh => Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000 | Overlong4);

    /// <summary>By its low half.</summary>
    private static Vector128<byte> FirstLow => Vector128.Create(
        Carry | Overlong3 | Overlong2 | Overlong4, Carry | Overlong2, Carry, Carry, Carry | TooLarge, TooLargeBoth, TooLargeBoth, TooLargeBoth,
        TooLargeBoth, TooLargeBoth, TooLargeBoth, TooLargeBoth, TooLargeBoth, TooLargeBoth | Surrogate, TooLargeBoth, TooLargeBoth);

    /// <summary>By the high half of the second byte.</summary>
    private static Vector128<byte> SecondHigh => Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge1000 | Overlong4, TooLong | Overlong2 | TwoContinuations | Overlong3 | TooLarge,
        TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge, TooLong | Overlong2 | TwoContinuations | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);

    /// <summary>
    /// Whether the <see cref="Reach"/> bytes at each of <paramref name="places"/> are UTF-8, well-formed (Unicode 16, table 3-7), as far as they
    /// and those before them tell: a character that the last ones begin may be cut off.
    /// </summary>
    /// <param name="text">Where they stand; each place has as many bytes behind it, and <see cref="Before"/> bytes before it.</param>
    /// <param name="places">Where in the text to look; not checked.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // Within its caller it would find no registers.
    public static bool IsValid(ReadOnlySpan<byte> text, ReadOnlySpan<int> places)
    {
        var faults = Vector256<byte>.Zero;
        foreach (var place in places)
        {
            ref var last = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), place - Before);
            faults |= FaultsIn(ref last) | FaultsIn(ref Unsafe.Add(ref last, Vector256<byte>.Count)) | FaultsIn(ref Unsafe.Add(ref last, 2 * Vector256<byte>.Count));
        }
        return faults == Vector256<byte>.Zero;
    }

    /// <summary>The faults of a vector that begins <see cref="Before"/> bytes behind <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> FaultsIn(ref byte last)
    {
        var (third, second) = (Vector256.LoadUnsafe(ref last), Vector256.LoadUnsafe(ref last, 1));
        var (first, these) = (Vector256.LoadUnsafe(ref last, 2), Vector256.LoadUnsafe(ref last, Before));
        var pairs = Look(FirstHigh, High(first)) & Look(FirstLow, first & Vector256.Create((byte)0x0F)) & Look(SecondHigh, High(these));
        var continues = Vector256.SubtractSaturate(second, Vector256.Create((byte)(0xE0 - 0x80))) | Vector256.SubtractSaturate(third, Vector256.Create((byte)(0xF0 - 0x80)));
        return (continues & Vector256.Create((byte)0x80)) ^ pairs;

        // The shuffle of AVX2 is within halves, which is what is wanted of it.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<byte> Look(Vector128<byte> table, Vector256<byte> at) => Avx2.IsSupported
            ? Avx2.Shuffle(Vector256.Create(table, table), at)
            : Vector256.Create(Vector128.ShuffleNative(table, at.GetLower()), Vector128.ShuffleNative(table, at.GetUpper()));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<byte> High(Vector256<byte> bytes) => (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F);
    }
}
