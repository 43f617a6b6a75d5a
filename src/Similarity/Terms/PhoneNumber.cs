namespace Similarity;

/// <summary>
/// Tells telephone numbers, such as 555-0100, (202) 555-0100 or 1-202-555-0100: what people are asked to call says who investigates and not what
/// happened, and is the rarest that two pages of one police force have in common.
/// </summary>
internal static class PhoneNumber
{
    private const int Exchange = 3;
    private const int Line = 4;

    /// <summary>Whether a word is part of one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="starts">Where each word starts in it.</param>
    /// <param name="ends">Where each word ends.</param>
    /// <param name="word">Which word.</param>
    public static bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int word)
    {
        // The word may be the line, the exchange, the area code or the country code.
        for (var line = word; line < Math.Min(word + 4, starts.Length); line++)
        {
            if (!IsLine(text, starts, ends, line)) continue;
            var first = line - 1;
            if (IsDigits(text, starts, ends, first - 1, Exchange) && IsJoined(text, ends, starts, first - 1, "-. )/"u8)) first--;
            if (first < line - 1 && IsDigits(text, starts, ends, first - 1, 1) && IsJoined(text, ends, starts, first - 1, "-. (+"u8)) first--;
            return word >= first;
        }
        return false;
    }

    private static bool IsLine(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int word) =>
        IsDigits(text, starts, ends, word, Line) && IsDigits(text, starts, ends, word - 1, Exchange) && IsJoined(text, ends, starts, word - 1, "-."u8);

    private static bool IsDigits(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int word, int length) =>
        word >= 0 && ends[word] - starts[word] == length && !text[starts[word]..ends[word]].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Whether a word and the next are parted by one or two of some marks only.</summary>
    private static bool IsJoined(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, ReadOnlySpan<int> starts, int word, ReadOnlySpan<byte> marks) =>
        starts[word + 1] - ends[word] is 1 or 2 && !text[ends[word]..starts[word + 1]].ContainsAnyExcept(marks);
}
