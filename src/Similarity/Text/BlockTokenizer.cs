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
///     append the places where words begin and end
///     when there are many, or at a cut: add a token for each word
///     at a cut: hand over to UnicodeStretch from the start of the word that touches it, go on where that stops
/// </code>
/// Finding places and hashing words are loops of their own, because neither then has a branch that depends on the text.
/// ASCII words need no table: setting bit 5 lower-cases letters and leaves digits alone, and no byte of a word is 0.
/// </summary>
/// <remarks>
/// Every read is inside the text: a last block shorter than 64 bytes is copied, and the last bytes of a word at the very
/// end are read one by one.
/// </remarks>
internal static class BlockTokenizer
{
    private const int WordBytes = sizeof(ulong);
    private const int InlineBytes = WordHash.StepBytes;
    private const ulong LowerCase = 0x2020202020202020;

    /// <summary>Edges of words that are gathered before they are hashed; with those of one block more they fit their space.</summary>
    private const int ManyEdges = 1024;

    /// <summary>Edges are appended by so many, whether or not there are as many left.</summary>
    private const int EdgesAtATime = 8;

    // The third byte of E2 80 xx and the second of C2 xx, minus 0x80: those that only separate.
    private static readonly ulong PunctuationSeparators = CodePointTable.SeparatorsFrom(0x2000);
    private static readonly ulong LatinSeparators = CodePointTable.SeparatorsFrom(0x80);

    // For 0 to 24 bytes, 8 before the start: those of 8 that remain. Measured faster than shifts.
    private static ReadOnlySpan<ulong> Masks =>
    [
        0, 0, 0, 0, 0, 0, 0, 0,
        0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
        ulong.MaxValue,
    ];

    /// <summary>Adds every token of <paramref name="utf8"/> to <paramref name="tokens"/>.</summary>
    [SkipLocalsInit]
    public static void Run<TBlock>(ReadOnlySpan<byte> utf8, TokenBuffer tokens)
        where TBlock : struct, IBlock
    {
        Span<byte> tail = stackalloc byte[IBlock.Size];
        Span<int> edges = stackalloc int[ManyEdges + IBlock.Size + EdgesAtATime];
        var count = 0; // Odd where a word reaches into the block: its start is then the last one.
        var open = 0UL;
        var at = 0;
        while (at < utf8.Length)
        {
            if (count >= ManyEdges) count = AddWords(utf8, edges, count, tokens);
            var words = TBlock.Words(ref BlockAt(utf8, at, tail), out var nonAscii);
            var cut = nonAscii == 0 ? IBlock.Size : StepOverSigns(utf8, at, nonAscii);

            var changes = words ^ ((words << 1) | open);
            open = words >> (IBlock.Size - 1);
            if (cut < IBlock.Size) changes &= (1UL << cut) - 1;
            count = AppendEdges(edges, count, changes, at);

            if (cut < IBlock.Size)
            {
                count = AddWords(utf8, edges, count, tokens);
                at = UnicodeStretch.Run(utf8, count == 0 ? at + cut : edges[0], tokens);
                count = 0;
                open = 0;
                continue;
            }
            if (utf8.Length - at <= IBlock.Size) break; // Adding could overflow.
            at += IBlock.Size;
        }
        if (count % 2 != 0) edges[count++] = utf8.Length;
        _ = AddWords(utf8, edges, count, tokens);
    }

    /// <summary>Appends a place for each bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AppendEdges(Span<int> edges, int count, ulong changes, int at)
    {
        var found = BitOperations.PopCount(changes);
        for (var written = 0; written < found; written += EdgesAtATime)
        {
            ref var next = ref Unsafe.Add(ref MemoryMarshal.GetReference(edges), count + written);
            next = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 1) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 2) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 3) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 4) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 5) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 6) = TakeLowest(ref changes, at);
            Unsafe.Add(ref next, 7) = TakeLowest(ref changes, at);
        }
        return count + found;
    }

    /// <summary>The place of the lowest bit, which is cleared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeLowest(ref ulong bits, int at)
    {
        var bit = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return at + bit;
    }

    /// <summary>Adds a token for each pair of edges, and returns how many edges remain: the start of an open word, or none.</summary>
    private static int AddWords(ReadOnlySpan<byte> utf8, Span<int> edges, int count, TokenBuffer tokens)
    {
        var last = utf8.Length - InlineBytes;
        for (var word = 0; word < count / 2;)
        {
            word += AddInlineWords(utf8, edges[(word * 2)..(count & ~1)], last, tokens);
            for (; word < count / 2 && !IsInline(edges[word * 2], edges[(word * 2) + 1], last); word++)
            {
                AddAnyWord(utf8, edges[word * 2], edges[(word * 2) + 1], tokens);
            }
        }
        if (count % 2 == 0) return 0;
        edges[0] = edges[count - 1];
        return 1;
    }

    /// <summary>Adds tokens up to the first word that is long or at the end of the text, and returns how many.</summary>
    private static int AddInlineWords(ReadOnlySpan<byte> utf8, ReadOnlySpan<int> edges, int last, TokenBuffer tokens)
    {
        ref var edge = ref MemoryMarshal.GetReference(edges);
        ref var hash = ref MemoryMarshal.GetReference(tokens.Reserve(edges.Length / 2));
        var word = 0;
        for (; word < edges.Length / 2; word++)
        {
            int start = Unsafe.Add(ref edge, word * 2), end = Unsafe.Add(ref edge, (word * 2) + 1);
            if (!IsInline(start, end, last)) break;
            var length = end - start;
            var state = WordHash.Step(WordHash.Seed, ReadFolded(utf8, start) & Mask(length), ReadFolded(utf8, start + WordBytes) & Mask(length - WordBytes));
            Unsafe.Add(ref hash, word) = WordHash.End(state, length);
        }
        tokens.Commit(edges[..(word * 2)]);
        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInline(int start, int end, int last) => end - start <= InlineBytes && start <= last;

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

    /// <summary>Of 8 bytes those that belong to a word of which <paramref name="bytes"/> remain, from −8 to 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(int bytes) => Unsafe.Add(ref MemoryMarshal.GetReference(Masks), bytes + WordBytes);

    /// <summary>Adds a word of any length at any place.</summary>
    private static void AddAnyWord(ReadOnlySpan<byte> utf8, int start, int end, TokenBuffer tokens)
    {
        while (start < end)
        {
            var stop = start + Math.Min(end - start, Tokenizer.MaxTokenBytes); // In this order nothing overflows.
            tokens.Add(HashWord(utf8, start, stop), start, stop);
            start = stop;
        }
    }

    private static ulong HashWord(ReadOnlySpan<byte> utf8, int start, int end)
    {
        var state = WordHash.Seed;
        for (var at = start; at < end; at += InlineBytes)
        {
            state = WordHash.Step(state, ReadWithin(utf8, at, end), ReadWithin(utf8, at + WordBytes, end));
        }
        return WordHash.End(state, end - start);
    }

    /// <summary>8 bytes in lower case, with zeros from <paramref name="end"/> on.</summary>
    private static ulong ReadWithin(ReadOnlySpan<byte> utf8, int at, int end)
    {
        if (at >= end) return 0;
        var folded = at <= utf8.Length - WordBytes ? ReadFolded(utf8, at) : ReadNearEnd(utf8, at);
        return folded & Mask(Math.Min(end - at, WordBytes));
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
