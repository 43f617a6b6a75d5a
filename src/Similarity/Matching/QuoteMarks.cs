namespace Similarity;

/// <summary>
/// Follows quotation marks through a text: double ones, typographic and plain, and guillemets. Single ones are left alone,
/// because apostrophes look the same.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>Whether a quotation is open behind a stretch without words.</summary>
    /// <param name="stretch">UTF-8 between two words.</param>
    /// <param name="isOpen">Whether one is open before it.</param>
    public static bool IsOpenBehind(ReadOnlySpan<byte> stretch, bool isOpen)
    {
        for (var i = 0; i < stretch.Length; i++)
        {
            isOpen = stretch[i] switch
            {
                (byte)'\n' => false,
                (byte)'"' => !isOpen,
                0xE2 when stretch[i..].StartsWith("\u201C"u8) || stretch[i..].StartsWith("\u201E"u8) => true,
                0xE2 when stretch[i..].StartsWith("\u201D"u8) => false,
                0xC2 when stretch[i..].StartsWith("\u00AB"u8) => true,
                0xC2 when stretch[i..].StartsWith("\u00BB"u8) => false,
                _ => isOpen,
            };
        }
        return isOpen;
    }
}
