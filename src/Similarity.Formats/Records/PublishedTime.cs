using System.Globalization;

namespace Similarity.Formats;

/// <summary>
/// Times of publication as records write them, to UTC ticks. A time without a zone is UTC. What leaves the year open
/// is refused, because it would mean another day each time it is read.
/// </summary>
internal static class PublishedTime
{
    private const DateTimeStyles Styles =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AllowWhiteSpaces;

    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!HasYear(text)) return false;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time)
            || DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, Styles, out time))
        {
            ticks = time.Ticks;
            return true;
        }
        return false;
    }

    /// <summary>Seconds since 1970, or milliseconds where seconds would lie beyond the year 5000.</summary>
    public static bool TryFromUnix(long value, out long ticks)
    {
        const long Year5000 = 95_617_584_000;
        var milliseconds = Math.Abs(value) < Year5000 ? value * 1000 : value;
        var inRange = Math.Abs(milliseconds) < Year5000 * 1000;
        ticks = inRange ? DateTime.UnixEpoch.Ticks + milliseconds * TimeSpan.TicksPerMillisecond : 0;
        return inRange && ticks > 0;
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits == 4) return true;
        }
        return false;
    }
}
