using System.Buffers;
using System.Text;

namespace Similarity;

/// <summary>What the stretches of a <see cref="CuePattern"/> may hold.</summary>
internal static class Stretches
{
    private const int LongestName = 160;

    private static readonly string[] Particles = ["and", "und", "et", "y", "e", "in", "of", "for", "the", "with", "de", "da", "di", "del", "der", "van", "von", "le", "la", "at", "dos", "bin", "al", "el", "и"];

    /// <summary>Signs between the words of names.</summary>
    private static readonly SearchValues<byte> Joining = SearchValues.Create(" ,./&|-'_=:;\""u8);

    private static readonly uint[] ParticleKeys = [.. Particles.Select(particle => KeyOf(Encoding.UTF8.GetBytes(particle)))];

    /// <summary>Words of captions: who took a picture is not who wrote the text.</summary>
    private static readonly byte[][] CaptionWords = [.. ((string[])["Photo", "photo", "PHOTO", "Image", "image", "Getty", "Picture", "Courtesy", "courtesy", "Credit", "via ", "Pool", "caption", "Foto", "Фото"]).Select(Encoding.UTF8.GetBytes)];

    public static bool Holds(CueKind kind, ReadOnlySpan<byte> stretch) => kind switch
    {
        CueKind.Capitals => stretch.Length <= LongestName && IsCapitals(stretch) && !NamesPicture(stretch),
        CueKind.Place => stretch.Length is > 1 and <= 80 && IsPlace(stretch) && !NamesPicture(stretch),
        CueKind.Gap => stretch.Length <= TextBounds.Reach && !stretch.Contains((byte)'\n'),
        CueKind.Codes => stretch.Length <= 40 && !stretch.Contains((byte)'\n') && IsCodes(stretch),
        CueKind.Foreign => stretch.Length is > 0 and <= 60 && !stretch.ContainsAny("()\n"u8) && stretch.ContainsAnyInRange((byte)0x80, (byte)0xFF) && !stretch.ContainsAnyInRange((byte)'A', (byte)'z'),
        _ => true,
    };

    /// <summary>Where the words with capitals and particles that end at <paramref name="at"/> begin.</summary>
    public static int CapitalsStart(ReadOnlySpan<byte> text, int at)
    {
        var least = Math.Max(0, at - LongestName);
        while (at > least)
        {
            if (!CreditLetters.IsWord(text[at - 1]))
            {
                if (!Joining.Contains(text[at - 1])) return at;
                at--;
                continue;
            }
            var start = at - 1;
            while (start > least && CreditLetters.IsWord(text[start - 1])) start--;
            if (!CreditLetters.IsCapital(text, start) && !IsParticle(text[start..at])) return at;
            at = start;
        }
        return at;
    }

    /// <summary>Whether a word with a capital begins at <paramref name="at"/>, perhaps behind a quotation mark.</summary>
    public static bool IsCapitalAt(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)'"' or (byte)'\'') at++;
        return at < text.Length && CreditLetters.IsLetter(text[at]) && CreditLetters.IsCapital(text, at);
    }

    /// <summary>Where the next word behind <paramref name="from"/> begins, or behind <paramref name="most"/>.</summary>
    public static int NextWord(ReadOnlySpan<byte> text, int from, int most)
    {
        if (from == most) return most + 1;
        while (from < most && CreditLetters.IsWord(text[from])) from++;
        while (from < most && !CreditLetters.IsWord(text[from])) from++;
        return from;
    }

    /// <summary>Whether no word in small letters goes on at <paramref name="at"/>.</summary>
    public static bool BreaksAt(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length) return true;
        if (text[at] is (byte)'\'' or (byte)'-') return false;
        if (text[at] != ' ') return true;
        at++;
        if (at >= text.Length || !CreditLetters.IsLetter(text[at]) || CreditLetters.IsCapital(text, at)) return true;
        return text[at..].StartsWith("and "u8) || text[at..].StartsWith("und "u8);
    }

    /// <summary>Behind a year, several, or none, and the "by" and spaces that follow.</summary>
    public static int YearEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit((char)text[at]) || text[at] is (byte)' ' or (byte)'-' or (byte)',')) at++;
        return CueWords.Begins(text[at..], "by "u8) ? at + 3 : at;
    }

    /// <summary>Whether the text is about who made a picture.</summary>
    public static bool NamesPicture(ReadOnlySpan<byte> stretch)
    {
        foreach (var word in CaptionWords)
        {
            if (stretch.IndexOf(word) >= 0) return true;
        }
        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<byte> stretch)
    {
        for (var at = 0; at < stretch.Length;)
        {
            if (!CreditLetters.IsWord(stretch[at]))
            {
                if (!Joining.Contains(stretch[at])) return false;
                at++;
                continue;
            }
            var end = WordEnd(stretch, at);
            if (char.IsAsciiDigit((char)stretch[at])) return false;
            if (!CreditLetters.IsCapital(stretch, at) && !IsParticle(stretch[at..end])) return false;
            at = end;
        }
        return true;
    }

    /// <summary>A place in capitals; its date may have a month in small letters behind a number.</summary>
    private static bool IsPlace(ReadOnlySpan<byte> stretch)
    {
        if (!CreditLetters.IsCapital(stretch, 0) || !CreditLetters.IsLetter(stretch[0])) return false;
        if (stretch[0] < 0x80 && !char.IsAsciiLetterUpper((char)stretch[1])) return false;
        var isDate = false;
        for (var at = 0; at < stretch.Length;)
        {
            if (!CreditLetters.IsWord(stretch[at]))
            {
                if (" ,./-'_"u8.IndexOf(stretch[at]) < 0) return false;
                at++;
                continue;
            }
            var end = WordEnd(stretch, at);
            var isNumber = char.IsAsciiDigit((char)stretch[at]);
            if (!isNumber && !isDate && !CreditLetters.IsCapital(stretch, at)) return false;
            isDate = isNumber;
            at = end;
        }
        return true;
    }

    private static bool IsCodes(ReadOnlySpan<byte> stretch)
    {
        for (var at = 0; at < stretch.Length;)
        {
            if (!CreditLetters.IsWord(stretch[at]))
            {
                if (" ,/&-|;+"u8.IndexOf(stretch[at]) < 0) return false;
                if (stretch[at] == ' ' && at > 0 && CreditLetters.IsWord(stretch[at - 1]) && at + 1 < stretch.Length && CreditLetters.IsWord(stretch[at + 1])) return false;
                at++;
                continue;
            }
            var end = WordEnd(stretch, at);
            if (end - at > 4 && stretch[at..end].ContainsAnyInRange((byte)'a', (byte)'z')) return false;
            at = end;
        }
        return true;
    }

    private static bool IsParticle(ReadOnlySpan<byte> word) => word.Length <= sizeof(uint) && ParticleKeys.AsSpan().Contains(KeyOf(word));

    /// <summary>A word of up to four bytes as a number.</summary>
    private static uint KeyOf(ReadOnlySpan<byte> word)
    {
        var key = 0u;
        foreach (var value in word) key = (key << 8) | value;
        return key;
    }

    private static int WordEnd(ReadOnlySpan<byte> stretch, int at)
    {
        while (at < stretch.Length && CreditLetters.IsWord(stretch[at])) at++;
        return at;
    }
}
