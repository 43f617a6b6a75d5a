using System.Text;

namespace Similarity;

/// <summary>
/// Reads the name of an outlet that the table does not have, as texts write it: words with capitals, the particles between
/// them, or a domain.
/// </summary>
internal static class OutletName
{
    private const int Longest = 64;

    private static readonly byte[][] Inner = [.. ((string[])["of", "the", "de", "la", "for", "du", "del", "des", "da"]).Select(Encoding.UTF8.GetBytes)];

    /// <summary>Beginnings of what is a time or a right, not a name.</summary>
    private static readonly byte[][] Others =
    [
        .. ((string[])["Jan", "Feb", "Mar.", "March", "Apr", "May ", "June", "July", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "All ", "ALL ", "Rights", "Image", "This ", "Photo", "Getty", "Alle ", "Tous "]).Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>The end of the name that begins at <paramref name="start"/>; <paramref name="start"/> itself where none does.</summary>
    public static int End(ReadOnlySpan<byte> text, int start)
    {
        var (at, end) = (start, start);
        while (at < text.Length && at - start < Longest && CreditLetters.IsWord(text[at]))
        {
            var next = WordEnd(text, at);
            var word = text[at..next];
            if (StartsOther(text[at..])) break;
            if (CreditLetters.IsCapital(text, at) || IsDomain(word) || (end > start && char.IsAsciiDigit((char)word[0]))) end = next;
            else if (end == start || !IsInner(word)) break;
            if (next >= text.Length || text[next] is not ((byte)' ' or (byte)'&')) break;
            at = next + 1;
            if (text[at..].StartsWith("& "u8)) at += 2;
        }
        // A last word of one letter is the initial of a person, whose name the dot behind it cut short.
        return end - start < 2 || (text[end - 2] == ' ' && CreditLetters.IsLetter(text[end - 1])) ? start : end;
    }

    /// <summary>The end of a word, with the dots, hyphens and ampersands within it.</summary>
    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            var isInside = at + 1 < text.Length && CreditLetters.IsWord(text[at + 1]) && text[at] is (byte)'.' or (byte)'-' or (byte)'&';
            if (!CreditLetters.IsWord(text[at]) && !isInside) break;
            at++;
        }
        // "L.A. Times": the last dot of initials belongs to the word.
        return at + 1 < text.Length && text[at] == '.' && at >= 2 && text[at - 2] == '.' ? at + 1 : at;
    }

    private static bool IsDomain(ReadOnlySpan<byte> word) => word.IndexOf((byte)'.') is > 1 and var dot && dot < word.Length - 2;

    private static bool IsInner(ReadOnlySpan<byte> word) => Any(Inner, word, (one, word) => word.SequenceEqual(one));

    private static bool StartsOther(ReadOnlySpan<byte> text) => Any(Others, text, (one, text) => text.StartsWith(one));

    private static bool Any(byte[][] all, ReadOnlySpan<byte> text, SpanTest test)
    {
        foreach (var one in all)
        {
            if (test(one, text)) return true;
        }
        return false;
    }

    private delegate bool SpanTest(byte[] one, ReadOnlySpan<byte> text);
}
