using System.Buffers;

namespace Similarity;

/// <summary>
/// Splits a text into units. A line break ends one; so does a full stop, a question or exclamation mark before white space
/// and a capital, unless a letter or a short capitalised word stands before it, as in "Gov. J. Hale".
/// </summary>
/// <remarks>Not thread-safe: reuses its list.</remarks>
internal sealed class UnitSplitter
{
    private const int ShortWord = 4;

    /// <summary>Line breaks, marks that end a sentence, and the first bytes of those of other scripts.</summary>
    private static readonly SearchValues<byte> EndMarks = SearchValues.Create([(byte)'\n', (byte)'\r', (byte)'.', (byte)'?', (byte)'!', 0xE2, 0xE3, 0xEF, 0xD8, 0xDB, 0xE0]);

    private readonly List<TextUnit> _units = [];

    /// <summary>The units, in order; every word is in one. Valid until the next call.</summary>
    /// <param name="text">The UTF-8 of the text.</param>
    /// <param name="words">Its words, with their places.</param>
    public List<TextUnit> Split(ReadOnlySpan<byte> text, TokenBuffer words)
    {
        _units.Clear();
        var starts = words.Starts;
        var ends = words.Ends;
        int first = 0, line = 0, unitsBefore = 0;
        var mark = 0;
        for (var word = 0; word < starts.Length; word++)
        {
            // From one mark that could end a unit to the next; what lies between are words and spaces.
            var found = text[mark..].IndexOfAny(EndMarks);
            mark = found < 0 ? text.Length : mark + found;
            while (word < starts.Length - 1 && starts[word + 1] <= mark) word++;
            var isLast = word == starts.Length - 1;
            // A character that folds to several may be in two words.
            var next = isLast ? text.Length : Math.Max(starts[word + 1], ends[word]);
            mark = Math.Max(mark, next);
            var marks = MarksIn(text[ends[word]..next]);
            if (!isLast && (marks & (Marks.Line | Marks.Closing)) == Marks.None) continue;
            var endsLine = isLast || (marks & Marks.Line) != Marks.None;
            if (!endsLine && !EndsSentence(text, starts[word], ends[word], starts[word + 1], marks)) continue;
            _units.Add(new TextUnit(first, word + 1, line, endsLine && _units.Count == unitsBefore, (marks & Marks.Closing) != Marks.None));
            first = word + 1;
            if (!endsLine) continue;
            line++;
            unitsBefore = _units.Count;
        }
        return _units;
    }

    /// <summary>What stands between two words.</summary>
    [Flags]
    private enum Marks
    {
        None = 0,

        /// <summary>A line break.</summary>
        Line = 1,

        /// <summary>A mark that ends a sentence.</summary>
        Closing = 2,

        /// <summary>A space.</summary>
        Space = 4,
    }

    private static Marks MarksIn(ReadOnlySpan<byte> gap)
    {
        var marks = Marks.None;
        for (var i = 0; i < gap.Length; i++)
        {
            marks |= gap[i] switch
            {
                (byte)'\n' or (byte)'\r' => Marks.Line,
                (byte)'.' or (byte)'?' or (byte)'!' => Marks.Closing,
                (byte)' ' => Marks.Space,
                < 0xC0 => Marks.None,
                _ => IsForeignClosing(gap[i..]) ? Marks.Closing | Marks.Space : Marks.None,
            };
        }
        return marks;
    }

    /// <summary>The marks of other scripts that end a sentence, which need no space behind them: … 。 ！ ？ ؟ ۔ ।</summary>
    private static bool IsForeignClosing(ReadOnlySpan<byte> text) => text switch
    {
        [0xE2, 0x80, 0xA6, ..] or [0xE3, 0x80, 0x82, ..] or [0xEF, 0xBC, 0x81 or 0x9F, ..] or [0xD8, 0x9F, ..] or [0xDB, 0x94, ..] or [0xE0, 0xA5, 0xA4, ..] => true,
        _ => false,
    };

    private static bool EndsSentence(ReadOnlySpan<byte> text, int start, int end, int next, Marks marks)
    {
        if ((marks & Marks.Space) == Marks.None) return false;
        var isShortened = text[end] == (byte)'.' && end - start < ShortWord && IsCapital(text[start]) && (end - start == 1 || !IsCapital(text[start + 1]));
        return !isShortened && (IsCapital(text[next]) || text[next] >= 0x80 || char.IsAsciiDigit((char)text[next]));
    }

    private static bool IsCapital(byte letter) => letter is >= (byte)'A' and <= (byte)'Z';
}
