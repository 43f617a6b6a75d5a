using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Similarity;

/// <summary>
/// The folding and the class of every code point, from data that <c>make-folding.py</c> wrote once, so that no result
/// depends on the ICU, the culture or the runtime of the machine. The rules are those of <see cref="Tokenizer"/>.
/// </summary>
internal static class CodePointTable
{
    /// <summary>The most bytes that one code point folds to, and that a whole store may write.</summary>
    public const int MaxFoldBytes = 64;

    private const int FirstSyllable = 0xAC00;
    private const int SyllableCount = 11172;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    /// <summary>The kind of a scalar value; a Hangul syllable is a <see cref="CodePointKind.WordFold"/>.</summary>
    public static CodePointKind Kind(int codePoint) => KindOf(Find(codePoint));

    /// <summary>
    /// The folding of a scalar value as UTF-8, up to <see cref="MaxFoldBytes"/>, written to <paramref name="scratch"/>
    /// where it is not stored. A separator that folds to other separators is given as itself.
    /// </summary>
    public static ReadOnlySpan<byte> Fold(int codePoint, Span<byte> scratch)
    {
        var entry = Find(codePoint);
        switch (KindOf(entry))
        {
            case CodePointKind.Dropped:
                return [];
            case CodePointKind.WordFold when IsSyllable(codePoint):
                Decompose(codePoint, out var lead, out var vowel, out var trail);
                BinaryPrimitives.WriteUInt32LittleEndian(scratch, lead);
                BinaryPrimitives.WriteUInt32LittleEndian(scratch[3..], vowel);
                BinaryPrimitives.WriteUInt32LittleEndian(scratch[6..], trail);
                return scratch[..(trail == 0 ? 6 : 9)];
            case CodePointKind.WordFold or CodePointKind.MixedFold:
                return FoldOf(entry);
            default:
                return scratch[..new Rune(codePoint).EncodeToUtf8(scratch)];
        }
    }

    /// <summary>The packed kind and folding of a scalar value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(int codePoint)
    {
        if ((uint)codePoint >= FoldingData.Limit) return FindBeyond(codePoint);
        if (IsSyllable(codePoint)) return (int)CodePointKind.WordFold;
        var block = FoldingData.Blocks[codePoint >> FoldingData.Shift] << FoldingData.Shift;
        return FoldingData.Entries[block + (codePoint & ((1 << FoldingData.Shift) - 1))];
    }

    /// <summary>The kind in what <see cref="Find"/> returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CodePointKind KindOf(int entry) => (CodePointKind)(entry & 7);

    /// <summary>The folding in what <see cref="Find"/> returned for a fold that is not a Hangul syllable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> FoldOf(int entry)
    {
        var number = entry >> 3;
        return FoldingData.Text[FoldingData.Starts[number]..FoldingData.Starts[number + 1]];
    }

    /// <summary>Whether a code point is a precomposed Hangul syllable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSyllable(int codePoint) => (uint)(codePoint - FirstSyllable) < SyllableCount;

    /// <summary>
    /// The jamo of a Hangul syllable, each as its three UTF-8 bytes, first byte lowest; 0 for a missing trail.
    /// </summary>
    public static void Decompose(int syllable, out uint lead, out uint vowel, out uint trail)
    {
        var index = syllable - FirstSyllable;
        lead = Encode(0x1100 + (index / (VowelCount * TrailCount)));
        vowel = Encode(0x1161 + (index / TrailCount % VowelCount));
        var last = index % TrailCount;
        trail = last == 0 ? 0 : Encode(0x11A7 + last);

        static uint Encode(int jamo) => 0x8080E1u | ((uint)(jamo >> 6 & 0x3F) << 8) | ((uint)(jamo & 0x3F) << 16);
    }

    /// <summary>Which of the 64 code points from <paramref name="first"/> on are separators, the first one lowest.</summary>
    public static ulong SeparatorsFrom(int first)
    {
        var separators = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            if (Kind(first + bit) == CodePointKind.Separator) separators |= 1UL << bit;
        }
        return separators;
    }

    /// <summary>Tags and variation selectors are dropped; the rest up there is unassigned or private.</summary>
    private static int FindBeyond(int codePoint) =>
        (int)(codePoint >> 12 == 0xE0 ? CodePointKind.Dropped : CodePointKind.Separator);
}
