using System.Buffers;

namespace Similarity;

/// <summary>Where lines and sentences begin and end, never looking further than a long sentence: hostile texts have none.</summary>
internal static class TextBounds
{
    /// <summary>Longest stretch that is looked over.</summary>
    public const int Reach = 300;

    /// <summary>Signs that stand before the first word of a line and are no part of it.</summary>
    private static ReadOnlySpan<byte> Leading => " -*|\"'>_.:;,"u8;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\n.!?"u8);

    /// <summary>Signs that may stand behind the last word of a line.</summary>
    private static readonly SearchValues<byte> Trailing = SearchValues.Create(" -*|\"')>_.!"u8);

    /// <summary>Where the first word of the line of <paramref name="at"/> begins; -1 where that is out of reach.</summary>
    public static int LineStart(CreditText text, int at)
    {
        if (text.LineMemo.At != at) text.LineMemo = (at, FindLineStart(text, at));
        return text.LineMemo.Start;
    }

    private static int FindLineStart(CreditText text, int at)
    {
        var start = text.HasLines ? BreakBefore(text, at) : SentenceStart(text, at);
        if (start < 0) return -1;
        while (start < at && Leading.Contains(text.Bytes[start])) start++;
        return start;
    }

    /// <summary>Whether only punctuation follows in the line; or in the sentence, where the text has no lines.</summary>
    public static bool EndsLine(CreditText text, int at)
    {
        var bytes = text.Bytes;
        var rest = bytes[at..].IndexOfAnyExcept(Trailing);
        if (rest < 0) return text.EndsField;
        return bytes[at + rest] == '\n' || (!text.HasLines && bytes.Slice(at, rest).Contains((byte)'.'));
    }

    /// <summary>Whether nothing but punctuation, or one short line, follows to the end of the field.</summary>
    public static bool EndsField(CreditText text, int at)
    {
        const int shortLine = 100;
        if (!text.EndsField || !EndsLine(text, at)) return false;
        var rest = text.Bytes[at..].Trim("\n -*|\"')>_.!"u8);
        return rest.IsEmpty || (text.HasLines && rest.Length <= shortLine && !rest.Contains((byte)'\n'));
    }

    /// <summary>Where the line of <paramref name="at"/> ends.</summary>
    public static int LineEnd(CreditText text, int at)
    {
        var reach = text.Bytes.Slice(at, Math.Min(Reach, text.Length - at));
        var end = reach.IndexOf((byte)'\n');
        return at + (end < 0 ? reach.Length : end);
    }

    /// <summary>Where the sentence of <paramref name="at"/> begins, or how far is looked.</summary>
    public static int SentenceStart(CreditText text, int at)
    {
        var bytes = text.Bytes;
        var least = Math.Max(0, at - Reach);
        for (var end = at; end > least;)
        {
            var last = bytes[least..end].LastIndexOfAny(Ends);
            if (last < 0) break;
            end = least + last;
            if (EndsSentence(bytes, end)) return end + 1;
        }
        return least;
    }

    /// <summary>Where the sentence of <paramref name="at"/> ends.</summary>
    public static int SentenceEnd(CreditText text, int at)
    {
        var bytes = text.Bytes;
        var most = Math.Min(bytes.Length, at + Reach);
        for (var end = at; end < most; end++)
        {
            var next = bytes[end..most].IndexOfAny(Ends);
            if (next < 0) break;
            end += next;
            if (EndsSentence(bytes, end)) return end;
        }
        return most;
    }

    /// <summary>Whether the sign at <paramref name="at"/> ends a sentence: not that of an initial or a short abbreviation.</summary>
    private static bool EndsSentence(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes[at] != '.') return true;
        if (at == 0) return false;
        if (at + 1 < bytes.Length && CreditLetters.IsWord(bytes[at + 1]) && !FusesSentences(bytes, at)) return false;
        var word = at;
        while (word > 0 && at - word < 4 && CreditLetters.IsLetter(bytes[word - 1])) word--;
        return at - word is 0 or > 3 || !CreditLetters.IsCapital(bytes, word) || at - word == 3;
    }

    /// <summary>Whether a capital follows a small letter without a space, as where a scraper lost a line break.</summary>
    private static bool FusesSentences(ReadOnlySpan<byte> bytes, int at) =>
        char.IsAsciiLetterLower((char)bytes[at - 1]) && char.IsAsciiLetterUpper((char)bytes[at + 1]);

    private static int BreakBefore(CreditText text, int at)
    {
        var least = Math.Max(0, at - Reach);
        var found = text.Bytes[least..at].LastIndexOf((byte)'\n');
        if (found >= 0) return least + found + 1;
        return least == 0 && text.StartsField ? 0 : -1;
    }
}
