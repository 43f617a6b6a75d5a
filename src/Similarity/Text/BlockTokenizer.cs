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
/// Every read is inside the text: a last block shorter than 64 bytes is copied, and a word near the end is read from
/// the last 8 bytes or byte by byte.
/// </remarks>
internal static class BlockTokenizer
{
    private const ulong LowerCase = 0x2020202020202020;

    // The third byte of E2 80 xx and the second of C2 xx, minus 0x80: those that only separate.
    private static readonly ulong PunctuationSeparators = CodePointTable.SeparatorsFrom(0x2000);
    private static readonly ulong LatinSeparators = CodePointTable.SeparatorsFrom(0x80);

    /// <summary>Adds every token of <paramref name="utf8"/> to <paramref name="tokens"/>.</summary>
    public static void Run<TBlock>(ReadOnlySpan<byte> utf8, TokenBuffer tokens)
        where TBlock : struct, IBlock
    {
        const int none = -1;
        Span<byte> tail = stackalloc byte[IBlock.Size];
        var open = none; // where the ASCII word that reaches into the block starts
        var stepped = 0; // bytes of the block that belong to a sign before it
        for (var at = 0; at < utf8.Length;)
        {
            var words = TBlock.Words(ref BlockAt(utf8, at, tail), out var nonAscii);
            nonAscii &= ulong.MaxValue << stepped;
            var cut = nonAscii == 0 ? IBlock.Size : StepOverSigns(utf8, at, nonAscii, out stepped);
            if (nonAscii == 0) stepped = 0;

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

            at += IBlock.Size;
            if (cut == IBlock.Size) continue;
            at = UnicodeStretch.Run(utf8, open == none ? at - IBlock.Size + cut : open, tokens);
            open = none;
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
    /// The bit of the first non-ASCII byte that is not part of a common sign, or the size of the block; and how far the
    /// last sign reaches into the next block.
    /// </summary>
    private static int StepOverSigns(ReadOnlySpan<byte> utf8, int at, ulong nonAscii, out int stepped)
    {
        stepped = 0;
        while (nonAscii != 0)
        {
            var bit = BitOperations.TrailingZeroCount(nonAscii);
            var size = SizeOfSign(utf8, at + bit);
            if (size == 0)
            {
                stepped = 0;
                return bit;
            }
            nonAscii &= ~(((1UL << size) - 1) << bit);
            stepped = Math.Max(0, bit + size - IBlock.Size);
        }
        return IBlock.Size;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOfSign(ReadOnlySpan<byte> utf8, int at)
    {
        if (utf8[at] == 0xE2)
        {
            return at + 2 < utf8.Length && utf8[at + 1] == 0x80 && IsOneOf(PunctuationSeparators, utf8[at + 2]) ? 3 : 0;
        }
        return utf8[at] == 0xC2 && at + 1 < utf8.Length && IsOneOf(LatinSeparators, utf8[at + 1]) ? 2 : 0;

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
        if (end - start > sizeof(ulong)) AddLongWord(utf8, start, end, tokens);
        else tokens.Add(WordHash.End(WordHash.Step(WordHash.Seed, ReadFolded(utf8, start, end - start)), end - start), start, end);
    }

    private static void AddLongWord(ReadOnlySpan<byte> utf8, int start, int end, TokenBuffer tokens)
    {
        for (; end - start > Tokenizer.MaxTokenBytes; start += Tokenizer.MaxTokenBytes)
        {
            tokens.Add(HashWord(utf8, start, start + Tokenizer.MaxTokenBytes), start, start + Tokenizer.MaxTokenBytes);
        }
        tokens.Add(HashWord(utf8, start, end), start, end);
    }

    private static ulong HashWord(ReadOnlySpan<byte> utf8, int start, int end)
    {
        var state = WordHash.Seed;
        var at = start;
        for (; end - at > sizeof(ulong); at += sizeof(ulong)) state = WordHash.Step(state, ReadFolded(utf8, at, sizeof(ulong)));
        return WordHash.End(WordHash.Step(state, ReadFolded(utf8, at, end - at)), end - start);
    }

    /// <summary>1 to 8 bytes of a word in lower case, the first one lowest, padded with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadFolded(ReadOnlySpan<byte> utf8, int start, int size)
    {
        var word = start <= utf8.Length - sizeof(ulong) ? ReadWord(utf8, start) : ReadNearEnd(utf8, start);
        return (word | LowerCase) & (ulong.MaxValue >> (64 - (size * 8)));
    }

    private static ulong ReadNearEnd(ReadOnlySpan<byte> utf8, int start)
    {
        var outside = start - (utf8.Length - sizeof(ulong));
        if (utf8.Length >= sizeof(ulong)) return ReadWord(utf8, utf8.Length - sizeof(ulong)) >> (outside * 8);
        var word = 0UL;
        for (var i = utf8.Length - 1; i >= start; i--) word = (word << 8) | utf8[i];
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadWord(ReadOnlySpan<byte> utf8, int at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(utf8), at));
        return BitConverter.IsLittleEndian ? word : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
    }
}
