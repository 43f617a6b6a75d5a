using System.Globalization;
using System.Text;

namespace Similarity.Formats;

/// <summary>
/// Text from articles for a terminal or a file that people read. Articles are written by anybody: control characters could move the cursor or
/// rename the window, and direction marks could turn the line around.
/// </summary>
internal static class SafeText
{
    /// <summary>One line of at most <paramref name="width"/> characters, without anything a terminal would obey.</summary>
    public static string OneLine(string text, int width)
    {
        var line = new StringBuilder(Math.Min(text.Length, width + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= width) return line.Append('…').ToString();
            _ = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                    line.Length > 0 && line[^1] == ' ' ? line : line.Append(' '),
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => line,
                _ => line.Append(rune.ToString()),
            };
        }
        return line.ToString();
    }
}
