using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Where words begin that may be names: those with a capital, in a script without capitals, or with a small letter that some
/// name begins with. 64 bytes at a time, because most of a text is none of this.
/// </summary>
/// <remarks>
/// <code>
/// words  = letters, digits, and bytes of characters outside ASCII that are no punctuation (U+0080 to U+00BF, U+2000 to U+2FFF)
/// starts = words whose predecessor is none, and characters of scripts without spaces
/// result = starts that are capitals, outside ASCII, or one of the small letters
/// </code>
/// </remarks>
internal readonly struct WordStarts(byte[] smallLetters)
{
    /// <summary>Puts into <paramref name="places"/> where such words begin in <paramref name="text"/>, as many as fit; returns how many those are.</summary>
    [SkipLocalsInit]
    public int Find(ReadOnlySpan<byte> text, Span<int> places)
    {
        Span<byte> last = stackalloc byte[IBlock.Size];
        var (count, open, signs, unspaced) = (0, 0UL, 0UL, 0UL);
        for (var at = 0; at < text.Length && places.Length - count >= IBlock.Size; at += IBlock.Size)
        {
            ref var block = ref BlockAt(text, at, last);
            var words = Block256.Words(ref block, out var nonAscii);
            if ((nonAscii | signs) != 0) words |= Letters(ref block, nonAscii, ref signs);
            var starts = words & ~((words << 1) | open);
            open = words >> (IBlock.Size - 1);
            if ((nonAscii | unspaced) != 0) starts |= Unspaced(ref block, ref unspaced) & words;
            starts &= Initials(ref block) | nonAscii;
            if (text.Length - at < IBlock.Size) starts &= (1UL << (text.Length - at)) - 1;
            for (; starts != 0; starts &= starts - 1) places[count++] = at + BitOperations.TrailingZeroCount(starts);
        }
        return count;
    }

    private static ref byte BlockAt(ReadOnlySpan<byte> text, int at, Span<byte> last)
    {
        if (text.Length - at >= IBlock.Size) return ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        last.Clear();
        text[at..].CopyTo(last);
        return ref last[0];
    }

    /// <summary>The bytes outside ASCII that are no punctuation; <paramref name="signs"/> are bytes of a sign that reach into the block, then into the next.</summary>
    private static ulong Letters(ref byte block, ulong nonAscii, ref ulong signs)
    {
        var two = Equal(ref block, CreditLetters.LatinSigns);
        var three = Equal(ref block, CreditLetters.GeneralSigns);
        var covered = signs | two | (two << 1) | three | (three << 1) | (three << 2);
        signs = (two >> 63) | (three >> 63) | (three >> 62);
        return nonAscii & ~covered;
    }

    /// <summary>Characters of scripts without spaces, and what follows them; <paramref name="carried"/> is what follows those of the last block.</summary>
    private static ulong Unspaced(ref byte block, ref ulong carried)
    {
        var least = Vector256.Create(CreditLetters.FirstUnspacedLead);
        var low = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref block), least).ExtractMostSignificantBits();
        var high = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref block, 32), least).ExtractMostSignificantBits();
        var leads = low | ((ulong)high << 32);
        var starts = leads | (leads << 3) | carried;
        carried = leads >> 61;
        return starts;
    }

    private ulong Initials(ref byte block)
    {
        var (first, letters) = (Vector256.Create((byte)'A'), Vector256.Create((byte)26));
        var low = Vector256.LessThan(Vector256.LoadUnsafe(ref block) - first, letters).ExtractMostSignificantBits();
        var high = Vector256.LessThan(Vector256.LoadUnsafe(ref block, 32) - first, letters).ExtractMostSignificantBits();
        var initials = low | ((ulong)high << 32);
        foreach (var letter in smallLetters) initials |= Equal(ref block, letter);
        return initials;
    }

    private static ulong Equal(ref byte block, byte value)
    {
        var low = Vector256.Equals(Vector256.LoadUnsafe(ref block), Vector256.Create(value)).ExtractMostSignificantBits();
        var high = Vector256.Equals(Vector256.LoadUnsafe(ref block, 32), Vector256.Create(value)).ExtractMostSignificantBits();
        return low | ((ulong)high << 32);
    }
}
