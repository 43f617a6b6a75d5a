using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// The part of the fast form that reads a stretch of text with non-ASCII bytes in it: as
/// <see cref="ScalarTokenizer"/>, but one look at the table for most code points, which are their own folding, and at
/// most two for the rest.
/// </summary>
internal static class UnicodeStretch
{
    private const ulong NonAscii = 0x8080808080808080;

    /// <summary>Adds the tokens from <paramref name="at"/> on, which starts a token or stands between two.</summary>
    /// <returns>Where ASCII resumes, between two tokens, or the end of the text.</returns>
    [SkipLocalsInit]
    public static int Run(ReadOnlySpan<byte> utf8, int at, TokenBuffer tokens)
    {
        Span<byte> folded = stackalloc byte[OpenToken<HashSink>.BufferBytes];
        var token = new OpenToken<HashSink>(folded, new HashSink(tokens));
        while (at < utf8.Length)
        {
            var (start, codePoint, bytes) = (at, 0, 0u);
            var first = utf8[at];
            if (IsAsciiWord(first))
            {
                at++;
                token.AddWord(first | 0x20u, 1, start, at);
                continue;
            }
            var size = first < 0x80 ? 0 : Decode(utf8, at, out codePoint, out bytes);
            at += Math.Max(1, size);
            var entry = size == 0 ? (int)CodePointKind.Separator : CodePointTable.Find(codePoint);
            switch (CodePointTable.KindOf(entry))
            {
                case CodePointKind.Separator:
                    token.Close();
                    if (AsciiResumes(utf8, at)) return at;
                    break;
                case CodePointKind.Word:
                    token.AddWord(bytes, size, start, at);
                    break;
                case CodePointKind.Dropped:
                    token.AddDropped(at);
                    break;
                case CodePointKind.WordFold when CodePointTable.IsSyllable(codePoint):
                    CodePointTable.Decompose(codePoint, out var lead, out var vowel, out var trail);
                    token.AddWord(lead, 3, start, at);
                    token.AddWord(vowel, 3, start, at);
                    if (trail != 0) token.AddWord(trail, 3, start, at);
                    break;
                case CodePointKind.WordFold:
                    token.AddWordFold(CodePointTable.FoldOf(entry), start, at);
                    break;
                case CodePointKind.MixedFold:
                    token.AddFold(CodePointTable.FoldOf(entry), start, at);
                    break;
                default:
                    token.Add(CodePointTable.KindOf(entry), bytes, size, start, at);
                    break;
            }
        }
        token.Close();
        return at;
    }

    /// <summary>Whether enough ASCII follows to make a block worth its while.</summary>
    private static bool AsciiResumes(ReadOnlySpan<byte> utf8, int at) =>
        at <= utf8.Length - sizeof(ulong) && (BinaryPrimitives.ReadUInt64LittleEndian(utf8[at..]) & NonAscii) == 0;

    private static bool IsAsciiWord(byte value) => (uint)(value - '0') < 10 || (uint)((value | 0x20) - 'a') < 26;

    /// <summary>
    /// Decodes the well-formed code point at a non-ASCII byte, and gives its bytes too, the first one lowest.
    /// </summary>
    /// <returns>
    /// How many bytes it has; 0 where it is ill-formed. To go on with the next byte then separates like a maximal
    /// ill-formed subsequence, whose other bytes are ill-formed by themselves.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Decode(ReadOnlySpan<byte> utf8, int at, out int codePoint, out uint bytes)
    {
        bytes = utf8[at];
        codePoint = 0;
        var size = bytes < 0xC2 ? 0 : bytes < 0xE0 ? 2 : bytes < 0xF0 ? 3 : bytes < 0xF5 ? 4 : 0;
        if (size == 0 || at > utf8.Length - size) return 0;
        codePoint = (int)bytes & (0x7F >> size);
        for (var i = 1; i < size; i++)
        {
            uint next = utf8[at + i];
            if (next >> 6 != 0b10) return 0;
            codePoint = (codePoint << 6) | (int)(next & 0x3F);
            bytes |= next << (i * 8);
        }
        return size switch
        {
            3 when codePoint < 0x800 || codePoint >> 11 == 0xD800 >> 11 => 0,
            4 when codePoint is < 0x10000 or > 0x10FFFF => 0,
            _ => size,
        };
    }
}
