namespace Similarity;

/// <summary>Finds the words of a <see cref="CueStep"/> in a text.</summary>
internal static class CueWords
{
    /// <summary>Whether <paramref name="text"/> begins with the words: their capitals are capitals, their small letters either.</summary>
    public static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> words)
    {
        if (text.Length < words.Length) return false;
        for (var index = 0; index < words.Length; index++)
        {
            if (text[index] != words[index] && !(char.IsAsciiLetterLower((char)words[index]) && (text[index] | 0x20) == words[index])) return false;
        }
        return true;
    }

    /// <summary>The first place between words, from <paramref name="from"/> to <paramref name="to"/>, that the words end at; -1 where there is none.</summary>
    public static int BehindWords(ReadOnlySpan<byte> text, int from, int to, CueStep step)
    {
        for (; from <= to; from = Stretches.NextWord(text, from, to))
        {
            if (EndingWord(text[..from], step) <= from) return from;
        }
        return -1;
    }

    /// <summary>Length of the first of the words that <paramref name="text"/> begins with, or -1.</summary>
    public static int BeginningWord(ReadOnlySpan<byte> text, CueStep step)
    {
        if (!step.IsOptional && !step.MayBegin(text)) return -1;
        foreach (var word in step.Words)
        {
            if (Begins(text, word)) return word.Length;
        }
        return -1;
    }

    /// <summary>Length of the first of the words that <paramref name="text"/> ends with; more than the text where none does.</summary>
    public static int EndingWord(ReadOnlySpan<byte> text, CueStep step)
    {
        if (!step.IsOptional && !step.MayEnd(text)) return text.Length + 1;
        foreach (var word in step.Words)
        {
            if (text.Length >= word.Length && Begins(text[^word.Length..], word) && IsWhole(text, text.Length - word.Length)) return word.Length;
        }
        return text.Length + 1;
    }

    /// <summary>Where the next of the words within reach begins; -1 where none does.</summary>
    public static int Nearest(ReadOnlySpan<byte> text, int from, CueStep step)
    {
        var reach = Math.Min(text.Length, from + TextBounds.Reach);
        for (var at = from; at < reach; at++)
        {
            var next = step.FirstChance(text[at..reach]);
            if (next < 0) return -1;
            at += next;
            if (BeginningWord(text[at..], step) >= 0) return at;
        }
        return -1;
    }

    /// <summary>Behind the last of the words between <paramref name="from"/> and <paramref name="to"/>; -1 where there is none.</summary>
    public static int LastBehind(ReadOnlySpan<byte> text, int from, int to, CueStep step)
    {
        for (var at = to; at > from;)
        {
            var last = step.LastChance(text[from..at]);
            if (last < 0) return -1;
            at = from + last;
            var length = BeginningWord(text[at..to], step);
            if (length >= 0 && IsWhole(text, at)) return at + length;
        }
        return -1;
    }

    /// <summary>Whether words that begin at <paramref name="at"/> do not begin inside a word.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> text, int at) =>
        at == 0 || at == text.Length || !CreditLetters.IsWord(text[at]) || !CreditLetters.Continues(text, at);
}
