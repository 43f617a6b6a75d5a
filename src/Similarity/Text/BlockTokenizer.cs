using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// The fast form of <see cref="Tokenizer"/>:
/// <code>
/// for each block of 64 bytes:
///     words = bits of letters and digits
///     step over the typographic quotes, dashes and signs: they only separate
///     if another non-ASCII byte remains: cut the block there
///     add a token for each run of words that ends in the block
///     at a cut: hand over to UnicodeStretch from the start of the word that touches it, go on where that stops
/// </code>
/// ASCII words need no table: setting bit 5 lower-cases letters and leaves digits alone, and no byte of a word is 0.
/// </summary>
/// <remarks>
/// Every read is inside the text: a last block shorter than 64 bytes is copied, and the last bytes of a word at the very
/// end are read one by one.
/// </remarks>
internal static class BlockTokenizer
{
    private const int WordBytes = sizeof(ulong);
    private const int InlineBytes = 2 * WordBytes;
    private const ulong LowerCase = 0x2020202020202020;

    // The third byte of E2 80 xx and the second of C2 xx, minus 0x80: those that only separate.
    private static readonly ulong PunctuationSeparators = CodePointTable.SeparatorsFrom(0x2000);
    private static readonly ulong LatinSeparators = CodePointTable.SeparatorsFrom(0x80);

    // For 0 to 16 bytes of a word those of its first 8: measured faster than shifts.
    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
        ulong.MaxValue,
    ];

    /// <summary>Adds every token of <paramref name="utf8"/> to <paramref name="tokens"/>.</summary>
    public static void Run<TBlock>(ReadOnlySpan<byte> utf8, TokenBuffer tokens)
        where TBlock : struct, IBlock
    {
        const int none = -1;
        Span<byte> tail = stackalloc byte[IBlock.Size];
        var open = none; // where the ASCII word that reaches into the block starts
        var at = 0;
        while (at < utf8.Length)
        {
            var words = TBlock.Words(ref BlockAt(utf8, at, tail), out var nonAscii);
            var cut = nonAscii == 0 ? IBlock.Size : StepOverSigns(utf8, at, nonAscii);

            tokens.Reserve(IBlock.Size);
            var edges = words ^ ((words << 1) | (open == none ? 0UL : 1UL));
            if (cut < IBlock.Size) edges &= (1UL << cut) - 1;
            if (open != none && edges != 0)
            {
                AddWord(utf8, open, at + TakeLowest(ref edges), tokens);
                open = none;
            }
            while (edges != 0)
            {
                open = at + TakeLowest(ref edges);
                if (edges == 0) break;
                AddWord(utf8, open, at + TakeLowest(ref edges), tokens);
                open = none;
            }

            if (cut < IBlock.Size)
            {
                at = UnicodeStretch.Run(utf8, open == none ? at + cut : open, tokens);
                open = none;
                continue;
            }
            if (utf8.Length - at <= IBlock.Size) break; // Adding could overflow.
            at += IBlock.Size;
        }
        if (open != none) AddWord(utf8, open, utf8.Length, tokens);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte BlockAt(ReadOnlySpan<byte> utf8, int at, Span<byte> tail)
    {
        if (utf8.Length - at >= IBlock.Size) return ref Unsafe.Add(ref MemoryMarshal.GetReference(utf8), at);
        tail.Clear();
        utf8[at..].CopyTo(tail);
        return ref MemoryMarshal.GetReference(tail);
    }

    /// <summary>
    /// The bit of the first non-ASCII byte that is not part of a common sign, or the size of the block. What is left of
    /// a sign that the end of the block cuts looks ill-formed to the next one, and separates just the same.
    /// </summary>
    private static int StepOverSigns(ReadOnlySpan<byte> utf8, int at, ulong nonAscii)
    {
        while (nonAscii != 0)
        {
            var bit = BitOperations.TrailingZeroCount(nonAscii);
            var size = SizeOfSign(utf8, at + bit);
            if (size == 0) return bit;
            nonAscii &= ~(((1UL << size) - 1) << bit);
        }
        return IBlock.Size;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOfSign(ReadOnlySpan<byte> utf8, int at)
    {
        if (utf8[at] == 0xE2)
        {
            return at < utf8.Length - 2 && utf8[at + 1] == 0x80 && IsOneOf(PunctuationSeparators, utf8[at + 2]) ? 3 : 0;
        }
        return utf8[at] == 0xC2 && at < utf8.Length - 1 && IsOneOf(LatinSeparators, utf8[at + 1]) ? 2 : 0;

        static bool IsOneOf(ulong separators, byte last) => last >> 6 == 0b10 && (separators >> (last & 63) & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeLowest(ref ulong bits)
    {
        var bit = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return bit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWord(ReadOnlySpan<byte> utf8, int start, int end, TokenBuffer tokens)
    {
        var length = end - start;
        if (length > InlineBytes || start > utf8.Length - InlineBytes)
        {
            AddAnyWord(utf8, start, end, tokens);
            return;
        }
        var state = WordHash.Step(WordHash.Seed, ReadFolded(utf8, start) & Mask(length));
        if (length > WordBytes)
        {
            state = WordHash.Step(state, ReadFolded(utf8, start + WordBytes) & Mask(length - WordBytes));
        }
        tokens.AddReserved(WordHash.End(state, length), start, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(int bytes) => Unsafe.Add(ref MemoryMarshal.GetReference(Masks), bytes);

    /// <summary>Adds a word of any length at any place, and makes room again for the rest of the block.</summary>
    private static void AddAnyWord(ReadOnlySpan<byte> utf8, int start, int end, TokenBuffer tokens)
    {
        while (start < end)
        {
            var stop = start + Math.Min(end - start, Tokenizer.MaxTokenBytes); // In this order nothing overflows.
            tokens.Add(HashWord(utf8, start, stop), start, stop);
            start = stop;
        }
        tokens.Reserve(IBlock.Size);
    }

    private static ulong HashWord(ReadOnlySpan<byte> utf8, int start, int end)
    {
        var state = WordHash.Seed;
        var at = start;
        for (; end - at > WordBytes; at += WordBytes) state = WordHash.Step(state, ReadFolded(utf8, at));
        var last = at <= utf8.Length - WordBytes ? ReadFolded(utf8, at) : ReadNearEnd(utf8, at);
        return WordHash.End(WordHash.Step(state, last & Mask(end - at)), end - start);
    }

    /// <summary>8 bytes in lower case, the first one lowest; they are inside the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadFolded(ReadOnlySpan<byte> utf8, int at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(utf8), at));
        return (BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word)) | LowerCase;
    }

    /// <summary>The same for the last bytes of the text, fewer than 8.</summary>
    private static ulong ReadNearEnd(ReadOnlySpan<byte> utf8, int at)
    {
        var word = 0UL;
        for (var i = utf8.Length - 1; i >= at; i--) word = (word << 8) | utf8[i];
        return word | LowerCase;
    }
}
