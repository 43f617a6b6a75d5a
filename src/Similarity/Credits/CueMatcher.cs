namespace Similarity;

/// <summary>Matches the pieces of a <see cref="CuePattern"/> from a place outwards.</summary>
internal static class CueMatcher
{
    /// <summary>Matches <paramref name="steps"/> so that they end at <paramref name="at"/>: where they begin, or -1.</summary>
    public static int Backward(CreditText text, CueStep[] steps, int at)
    {
        for (var index = steps.Length - 1; index >= 0 && at >= 0; index--)
        {
            var step = steps[index];
            if (!step.IsStretch)
            {
                at = step.Kind == CueKind.Words ? at - EndingWord(text.Bytes[..at], step.Words) : TextBounds.LineStart(text, at) == at ? at : -1;
                continue;
            }
            var from = StretchStart(text, steps.AsSpan(0, index), at);
            at = from >= 0 && Stretches.Holds(step.Kind, text.Bytes[from..at]) ? from : -1;
        }
        return at;
    }

    /// <summary>Matches <paramref name="steps"/> from <paramref name="at"/>: where they end, or -1.</summary>
    public static int Forward(CreditText text, ReadOnlySpan<CueStep> steps, int at)
    {
        for (var index = 0; index < steps.Length && at >= 0; index++)
        {
            var step = steps[index];
            if (!step.IsStretch)
            {
                at = ForwardOne(text, step, at);
                continue;
            }
            var next = index + 1 < steps.Length ? steps[index + 1] : null;
            var limit = step.Kind == CueKind.Gap ? TextBounds.SentenceEnd(text, at) + 1 : TextBounds.LineEnd(text, at);
            var to = next is { Kind: CueKind.Words } ? Nearest(text.Bytes, at, Math.Min(limit, text.Length), next.Words) : limit;
            at = to >= 0 && Stretches.Holds(step.Kind, text.Bytes[at..to]) ? to : -1;
        }
        return at;
    }

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

    private static int ForwardOne(CreditText text, CueStep step, int at) => step.Kind switch
    {
        CueKind.Words => BeginningWord(text.Bytes[at..], step.Words) is var length && length >= 0 ? at + length : -1,
        CueKind.LineEnd => TextBounds.EndsLine(text, at) ? at : -1,
        CueKind.FieldEnd => TextBounds.EndsField(text, at) ? at : -1,
        CueKind.Number => at < text.Length && char.IsAsciiDigit((char)text.Bytes[at]) ? at : -1,
        CueKind.Year => Stretches.YearEnd(text.Bytes, at),
        CueKind.Break => Stretches.BreaksAt(text.Bytes, at) ? at : -1,
        _ => TextBounds.LineStart(text, at) == at ? at : -1,
    };

    /// <summary>Where a stretch that ends at <paramref name="at"/> begins, given what stands before it.</summary>
    private static int StretchStart(CreditText text, ReadOnlySpan<CueStep> before, int at)
    {
        if (before.IsEmpty) return -1;
        var last = before[^1];
        var line = TextBounds.LineStart(text, at);
        if (last.Kind != CueKind.Words) return line;
        if (before.Length > 1 && before[^2].Kind == CueKind.LineStart)
        {
            if (line < 0) return -1;
            var length = BeginningWord(text.Bytes[line..at], last.Words);
            return length < 0 ? -1 : line + length;
        }
        return LastBehind(text.Bytes, Math.Max(TextBounds.SentenceStart(text, at), line), at, last.Words);
    }

    /// <summary>Length of the first of <paramref name="words"/> that <paramref name="text"/> begins with, or -1.</summary>
    private static int BeginningWord(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            if (Begins(text, word)) return word.Length;
        }
        return -1;
    }

    /// <summary>Length of the first of <paramref name="words"/> that <paramref name="text"/> ends with; more than the text where none does.</summary>
    private static int EndingWord(ReadOnlySpan<byte> text, byte[][] words)
    {
        foreach (var word in words)
        {
            if (text.Length >= word.Length && Begins(text[^word.Length..], word) && IsWhole(text, text.Length - word.Length)) return word.Length;
        }
        return text.Length + 1;
    }

    private static int Nearest(ReadOnlySpan<byte> text, int from, int to, byte[][] words)
    {
        for (var at = from; at <= to && at <= text.Length; at++)
        {
            foreach (var word in words)
            {
                if (Begins(text[at..], word)) return at;
            }
        }
        return -1;
    }

    /// <summary>Behind the last of <paramref name="words"/> between <paramref name="from"/> and <paramref name="to"/>.</summary>
    private static int LastBehind(ReadOnlySpan<byte> text, int from, int to, byte[][] words)
    {
        for (var at = to - 1; at >= from; at--)
        {
            foreach (var word in words)
            {
                if (Begins(text[at..to], word) && IsWhole(text, at)) return at + word.Length;
            }
        }
        return -1;
    }

    /// <summary>Whether words that begin at <paramref name="at"/> do not begin inside a word.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> text, int at) =>
        at == 0 || at == text.Length || !CreditLetters.IsWord(text[at]) || !CreditLetters.Continues(text, at);
}
