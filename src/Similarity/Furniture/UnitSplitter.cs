namespace Similarity;

/// <summary>
/// Splits a text into units. A line break ends one; so does a full stop, a question or exclamation mark before white space
/// and a capital, unless a letter or a short capitalised word stands before it, as in "Gov. J. Hale".
/// </summary>
/// <remarks>Not thread-safe: reuses its list.</remarks>
internal sealed class UnitSplitter
{
    private const int ShortWord = 4;

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
        for (var word = 0; word < starts.Length; word++)
        {
            var isLast = word == starts.Length - 1;
            // A character that folds to several may be in two words.
            var gap = text[ends[word]..Math.Max(ends[word], isLast ? text.Length : starts[word + 1])];
            if (!isLast && gap.Length == 1 && gap[0] is (byte)' ' or (byte)'-' or (byte)'\'') continue;

            var endsLine = isLast || gap.IndexOfAny((byte)'\n', (byte)'\r') >= 0;
            var isClosed = IsClosing(gap);
            if (!endsLine && !(isClosed && EndsSentence(text, starts[word], ends[word], starts[word + 1], gap))) continue;
            _units.Add(new TextUnit(first, word + 1, line, endsLine && _units.Count == unitsBefore, isClosed));
            first = word + 1;
            if (!endsLine) continue;
            line++;
            unitsBefore = _units.Count;
        }
        return _units;
    }

    /// <summary>Whether a mark that ends a sentence is among what stands behind a word.</summary>
    private static bool IsClosing(ReadOnlySpan<byte> gap) => gap.IndexOfAny((byte)'.', (byte)'?', (byte)'!') >= 0
        || gap.IndexOf("\u2026"u8) >= 0 || gap.IndexOf("\u3002"u8) >= 0 || gap.IndexOf("\uFF01"u8) >= 0 || gap.IndexOf("\uFF1F"u8) >= 0 || gap.IndexOf("\u061F"u8) >= 0;

    private static bool EndsSentence(ReadOnlySpan<byte> text, int start, int end, int next, ReadOnlySpan<byte> gap)
    {
        if (gap.IndexOf((byte)' ') < 0 && gap[0] < 0x80) return false;
        var isShortened = gap[0] == (byte)'.' && end - start < ShortWord && IsCapital(text[start]) && (end - start == 1 || !IsCapital(text[start + 1]));
        return !isShortened && (IsCapital(text[next]) || text[next] >= 0x80 || char.IsAsciiDigit((char)text[next]));
    }

    private static bool IsCapital(byte letter) => letter is >= (byte)'A' and <= (byte)'Z';
}
