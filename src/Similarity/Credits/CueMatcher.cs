namespace Similarity;

/// <summary>Matches the pieces of a <see cref="CuePattern"/> from a place outwards.</summary>
internal static class CueMatcher
{
    /// <summary>Where the first word of a text is found at the latest, behind marks.</summary>
    private const int FirstWord = 8;

    /// <summary>Matches a form around a name, the side first that costs less.</summary>
    public static bool Around(CreditText text, CuePattern pattern, NamePlace place, out int start, out int end)
    {
        (start, end) = (-1, -1);
        if (!MayTouch(text.Bytes, pattern, place)) return false;
        if (pattern.StretchesBehind)
        {
            start = Backward(text, pattern.Before, place.Start);
            if (start >= 0) end = Forward(text, pattern.After, place.End);
        }
        else
        {
            end = Forward(text, pattern.After, place.End);
            if (end >= 0) start = Backward(text, pattern.Before, place.Start);
        }
        return start >= 0 && end >= 0;
    }

    /// <summary>Whether the bytes right before and behind a name may be those of a form's words: rarely, so this spares most of the work.</summary>
    private static bool MayTouch(ReadOnlySpan<byte> text, CuePattern pattern, NamePlace place)
    {
        if (pattern.FirstBehind is { } next && !next.MayBegin(text[place.End..])) return false;
        if (pattern.LastBefore is { } last && !last.MayEnd(text[..place.Start])) return false;
        return !pattern.HasCodes || !StandsInSentence(text, place);
    }

    /// <summary>Whether a word follows the name after a space, as it does no name among codes.</summary>
    private static bool StandsInSentence(ReadOnlySpan<byte> text, NamePlace place) =>
        place.End + 1 < text.Length && text[place.End] == ' ' && CreditLetters.IsWord(text[place.End + 1]);

    /// <summary>Whether <paramref name="text"/> begins with the words that <paramref name="steps"/> begin with.</summary>
    public static bool BeginsWith(ReadOnlySpan<byte> text, CueStep[] steps)
    {
        var at = 0;
        foreach (var step in steps)
        {
            if (step.Kind != CueKind.Words) break;
            var length = CueWords.BeginningWord(text[at..], step);
            if (length < 0) return false;
            at += length;
        }
        return true;
    }

    /// <summary>Matches <paramref name="steps"/> so that they end at <paramref name="at"/>: where they begin, or -1.</summary>
    public static int Backward(CreditText text, CueStep[] steps, int at)
    {
        for (var index = steps.Length - 1; index >= 0 && at >= 0; index--)
        {
            var step = steps[index];
            if (!step.IsStretch)
            {
                at = BackwardOne(text, step, at);
                continue;
            }
            var from = StretchStart(text, step.Kind, steps.AsSpan(0, index), at);
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
            var to = next is { Kind: CueKind.Words } ? CueWords.Nearest(text.Bytes, at, next) : TextBounds.LineEnd(text, at);
            // Looking for the words costs less than finding the end of the sentence, and nearly always ends the matter.
            if (to >= 0 && step.Kind == CueKind.Gap && to > TextBounds.SentenceEnd(text, at)) to = -1;
            at = to >= 0 && Stretches.Holds(step.Kind, text.Bytes[at..to]) ? to : -1;
        }
        return at;
    }

    private static int BackwardOne(CreditText text, CueStep step, int at) => step.Kind switch
    {
        CueKind.Words => at - CueWords.EndingWord(text.Bytes[..at], step),
        CueKind.FirstOfLine => TextBounds.LineStart(text, at) == at && (text.HasLines || (text.StartsField && at < FirstWord)) ? at : -1,
        _ => TextBounds.LineStart(text, at) == at ? at : -1,
    };

    private static int ForwardOne(CreditText text, CueStep step, int at) => step.Kind switch
    {
        CueKind.Words => CueWords.BeginningWord(text.Bytes[at..], step) is var length && length >= 0 ? at + length : -1,
        CueKind.LineEnd => TextBounds.EndsLine(text, at) ? at : -1,
        CueKind.FieldEnd => TextBounds.EndsField(text, at) ? at : -1,
        CueKind.Number => at < text.Length && char.IsAsciiDigit((char)text.Bytes[at]) ? at : -1,
        CueKind.Capital => Stretches.IsCapitalAt(text.Bytes, at) ? at : -1,
        CueKind.Year => Stretches.YearEnd(text.Bytes, at),
        CueKind.Break => Stretches.BreaksAt(text.Bytes, at) ? at : -1,
        _ => TextBounds.LineStart(text, at) == at ? at : -1,
    };

    /// <summary>Where a stretch that ends at <paramref name="at"/> begins, given what stands before it.</summary>
    private static int StretchStart(CreditText text, CueKind kind, ReadOnlySpan<CueStep> before, int at)
    {
        if (before.IsEmpty) return -1;
        var last = before[^1];
        if (last.Kind != CueKind.Words) return TextBounds.LineStart(text, at);
        if (before.Length > 1 && before[^2].Kind is CueKind.LineStart or CueKind.FirstOfLine)
        {
            var line = TextBounds.LineStart(text, at);
            var length = line < 0 ? -1 : CueWords.BeginningWord(text.Bytes[line..at], last);
            if (length < 0 || (kind == CueKind.Gap && TextBounds.SentenceStart(text, at) > line + length)) return -1;
            return line + length;
        }
        if (kind == CueKind.Capitals) return CueWords.BehindWords(text.Bytes, Stretches.CapitalsStart(text.Bytes, at), at, last);
        return CueWords.LastBehind(text.Bytes, Math.Max(TextBounds.SentenceStart(text, at), TextBounds.LineStart(text, at)), at, last);
    }
}
