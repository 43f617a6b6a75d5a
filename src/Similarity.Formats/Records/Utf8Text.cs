using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

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

    /// <summary>Bytes before a vector that decide about it.</summary>
    private const int Before = 3;

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

    /// <summary>Whether <paramref name="bytes"/> are UTF-8: well-formed (Unicode 16, table 3-7) from the first to the last.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        if (!Avx2.IsSupported) return Utf8.IsValid(bytes);
        Span<byte> padded = stackalloc byte[Before + Vector256<byte>.Count];
        var faults = Vector256<byte>.Zero;
        for (var at = 0; at < bytes.Length; at += Vector256<byte>.Count)
        {
            // At both ends stands what is no part of a character.
            var isWhole = at > 0 && bytes.Length - at >= Vector256<byte>.Count;
            ref var last = ref MemoryMarshal.GetReference(isWhole ? bytes[(at - Before)..] : Pad(bytes, at, padded));
            var third = Vector256.LoadUnsafe(ref last);
            var these = Vector256.LoadUnsafe(ref last, Before);
            if ((third | these).ExtractMostSignificantBits() != 0) faults |= FaultsIn(these, Vector256.LoadUnsafe(ref last, Before - 1), Vector256.LoadUnsafe(ref last, Before - 2), third);
        }
        return faults == Vector256<byte>.Zero && EndsWhole(bytes);
    }

    /// <summary>The bytes from <paramref name="at"/> on and those before them, with zeros where there are none.</summary>
    private static ReadOnlySpan<byte> Pad(ReadOnlySpan<byte> bytes, int at, Span<byte> padded)
    {
        padded.Clear();
        var before = Math.Min(at, Before);
        bytes.Slice(at - before, Math.Min(padded.Length - Before, bytes.Length - at) + before).CopyTo(padded[(Before - before)..]);
        return padded;
    }

    /// <summary>Whether no character is cut off by the end; what is cut off elsewhere is a fault of the bytes that follow.</summary>
    private static bool EndsWhole(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty || (bytes[^1] < 0xC0 && (bytes.Length < 2 || bytes[^2] < 0xE0) && (bytes.Length < 3 || bytes[^3] < 0xF0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> FaultsIn(Vector256<byte> these, Vector256<byte> first, Vector256<byte> second, Vector256<byte> third)
    {
        var low = Vector256.Create((byte)0x0F);
        var pairs = Avx2.Shuffle(Vector256.Create(FirstHigh, FirstHigh), High(first)) & Avx2.Shuffle(Vector256.Create(FirstLow, FirstLow), first & low)
            & Avx2.Shuffle(Vector256.Create(SecondHigh, SecondHigh), High(these));
        var continues = Vector256.SubtractSaturate(second, Vector256.Create((byte)(0xE0 - 0x80))) | Vector256.SubtractSaturate(third, Vector256.Create((byte)(0xF0 - 0x80)));
        return (continues & Vector256.Create((byte)0x80)) ^ pairs;

        static Vector256<byte> High(Vector256<byte> bytes) => (bytes.AsUInt16() >>> 4).AsByte() & Vector256.Create((byte)0x0F);
    }
}
