using System.Text;

namespace Similarity;

/// <summary>
/// A form of credit as it is written down: words, the marks of <see cref="CueKind"/>, and <c>{name}</c> for a name of the
/// table or <c>{outlet}</c> for any name with capitals.
/// <code>
/// ({name})[-| -]
/// ^By {caps}{name}{break}
/// {name}...[contributed to this|contributed reporting]
/// </code>
/// Words stand in the spelling of <see cref="CreditText"/>: "-" is every dash, "(" every bracket. Their capitals must be capitals in
/// the text, their small letters (of ASCII) may be either. In alternatives <c>{bar}</c> is a bar or bullet.
/// </summary>
/// <remarks>It is matched from the name outwards, taking the nearest possibility and never going back, so its cost is linear.</remarks>
internal sealed class CuePattern
{
    private static readonly Dictionary<string, CueKind> Marks = new(StringComparer.Ordinal)
    {
        ["^"] = CueKind.LineStart,
        ["{first}"] = CueKind.FirstOfLine,
        ["$"] = CueKind.LineEnd,
        ["..."] = CueKind.Gap,
        ["{end}"] = CueKind.FieldEnd,
        ["{caps}"] = CueKind.Capitals,
        ["{place}"] = CueKind.Place,
        ["{codes}"] = CueKind.Codes,
        ["{foreign}"] = CueKind.Foreign,
        ["{number}"] = CueKind.Number,
        ["{capital}"] = CueKind.Capital,
        ["{year}"] = CueKind.Year,
        ["{break}"] = CueKind.Break,
    };

    public CuePattern(string text)
    {
        var name = text.IndexOf("{name}", StringComparison.Ordinal);
        var outlet = text.IndexOf("{outlet}", StringComparison.Ordinal);
        (HasName, HasOutlet) = (name >= 0, outlet >= 0);
        var (at, length) = HasName ? (name, 6) : HasOutlet ? (outlet, 8) : (text.Length, 0);
        Before = [.. Split(text[..at])];
        After = [.. Split(text[(at + length)..])];
        LastBefore = Before.Length > 0 && IsNeeded(Before[^1]) ? Before[^1] : null;
        FirstBehind = After.Length > 0 && IsNeeded(After[0]) ? After[0] : null;
    }

    /// <summary>What stands before the name, in text order.</summary>
    public CueStep[] Before { get; }

    /// <summary>What stands behind it.</summary>
    public CueStep[] After { get; }

    /// <summary>The words that must stand right before the name, if there are such.</summary>
    public CueStep? LastBefore { get; }

    /// <summary>The words that must stand right behind the name, if there are such.</summary>
    public CueStep? FirstBehind { get; }

    /// <summary>Whether codes may stand right behind the name.</summary>
    public bool HasCodes => After.Length > 0 && After[0].Kind == CueKind.Codes;

    /// <summary>Whether what stands behind the name is looked for at a distance.</summary>
    public bool StretchesBehind => After.Length > 0 && After[0].IsStretch;

    /// <summary>Whether it is about a name of the table; such a pattern is looked for around names.</summary>
    public bool HasName { get; }

    /// <summary>Whether it is about any name; such a pattern is looked for at starts of lines, sentences and brackets.</summary>
    public bool HasOutlet { get; }

    private static bool IsNeeded(CueStep step) => step.Kind == CueKind.Words && !step.IsOptional;

    private static IEnumerable<CueStep> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var mark = Marks.Keys.FirstOrDefault(key => string.CompareOrdinal(text, at, key, 0, key.Length) == 0);
            if (mark is not null)
            {
                yield return new CueStep(Marks[mark], []);
                at += mark.Length;
                continue;
            }
            var end = text[at] == '[' ? text.IndexOf(']', at) + 1 : NextMark(text, at);
            if (text[at] == '{' || end == 0) throw new ArgumentException($"'{text[at..]}' is no mark of a pattern.", nameof(text));
            var words = text[at..end].Trim('[', ']').Split('|');
            yield return new CueStep(CueKind.Words, words.Select(word => Encoding.UTF8.GetBytes(word.Replace("{bar}", "|", StringComparison.Ordinal))));
            at = end;
        }
    }

    private static int NextMark(string text, int from)
    {
        var end = from + 1;
        while (end < text.Length && text[end] is not ('[' or '{' or '^' or '$') && string.CompareOrdinal(text, end, "...", 0, 3) != 0) end++;
        return end;
    }
}
