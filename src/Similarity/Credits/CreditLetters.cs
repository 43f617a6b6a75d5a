using System.Text;

namespace Similarity;

/// <summary>
/// What the bytes of a <see cref="CreditText"/> are. Its punctuation is ASCII, so every other byte belongs to a letter; that
/// is rough, but a wrong guess only costs a credit that stands beside a rare sign.
/// </summary>
internal static class CreditLetters
{
    /// <summary>First lead byte of scripts that write no spaces between words (from U+3000 on), Korean aside.</summary>
    public const byte FirstUnspacedLead = 0xE3;

    /// <summary>What characters from U+0080 to U+00BF begin with, nearly all of them signs.</summary>
    public const byte LatinSigns = 0xC2;

    /// <summary>What characters from U+2000 to U+2FFF begin with, all of them signs.</summary>
    public const byte GeneralSigns = 0xE2;

    public static bool IsLetter(byte value) => value >= 0x80 || char.IsAsciiLetter((char)value);

    public static bool IsWord(byte value) => value >= 0x80 || char.IsAsciiLetterOrDigit((char)value);

    /// <summary>Whether the byte at <paramref name="at"/> stands inside a word, so that no name begins there.</summary>
    public static bool Continues(ReadOnlySpan<byte> text, int at)
    {
        if ((text[at] & 0xC0) == 0x80) return true;
        return text[at] < FirstUnspacedLead && IsWord(text[at - 1]) && !IsUnspacedBefore(text, at);
    }

    /// <summary>Whether a name may end at <paramref name="end"/>.</summary>
    public static bool EndsWord(ReadOnlySpan<byte> text, int end) =>
        end >= text.Length || !IsWord(text[end]) || text[end] is LatinSigns or GeneralSigns || text[end] >= FirstUnspacedLead || IsUnspacedBefore(text, end);

    /// <summary>
    /// Whether the word from <paramref name="start"/> begins as names do: with a capital, or with a letter of a script
    /// that has none.
    /// </summary>
    public static bool IsCapital(ReadOnlySpan<byte> text, int start)
    {
        if (text[start] < 0x80) return char.IsAsciiLetterUpper((char)text[start]);
        return Rune.DecodeFromUtf8(text[start..], out var rune, out _) != System.Buffers.OperationStatus.Done || !Rune.IsLower(rune);
    }

    private static bool IsUnspacedBefore(ReadOnlySpan<byte> text, int at)
    {
        var start = at - 1;
        while (start > 0 && at - start < 4 && (text[start] & 0xC0) == 0x80) start--;
        return text[start] >= FirstUnspacedLead;
    }
}
