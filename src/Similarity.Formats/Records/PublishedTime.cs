using System.Buffers;
using System.Globalization;
using System.Text;

namespace Similarity.Formats;

/// <summary>
/// Times of publication as records write them, to UTC ticks: ISO 8601, RFC 822 and its successors, and what people
/// write by hand. A time without a zone is UTC. What leaves the year open is refused, because it would mean another day
/// each time it is read; so is a date such as 02/10/2017, which is another day on each side of the Atlantic.
/// </summary>
internal static class PublishedTime
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;

    /// <summary>Smaller numbers are no times: they are years, counters, and zeros that stand for nothing.</summary>
    private const long LeastUnixTime = 100_000_000;

    /// <summary>A date with dots names the day first, wherever it is written.</summary>
    private static readonly string[] Dotted = ["d.M.yyyy", "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss"];

    /// <summary>With slashes only a number above 12 tells that it is the day.</summary>
    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss"];

    /// <summary>The names of zones in RFC 822, which feeds still use, and what they mean.</summary>
    private static readonly (string Name, string Offset)[] Zones =
    [
        ("UTC", "+00:00"), ("UT", "+00:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"),
        ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"),
    ];

    /// <summary>Reads a time from UTF-8, which must be short and in ASCII.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out long ticks)
    {
        if (TryParseIso(utf8, out ticks)) return true;
        Span<char> text = stackalloc char[64];
        return utf8.Length <= text.Length
            && Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done
            && TryParse(text[..length], out ticks);
    }

    public static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        text = text.Trim();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return TryFromNumber(number, out ticks);
        }
        var (first, second) = SlashedNumbers(text);
        if (first is > 0 and <= 12 && second is > 0 and <= 12 && first != second)
        {
            ticks = 0;
            return false;
        }
        var isRead = DateTimeOffset.TryParseExact(text, first > 12 ? DayFirst : Dotted, CultureInfo.InvariantCulture, Styles, out var time)
            || (DateTimeOffset.TryParse(WithOffset(text), CultureInfo.InvariantCulture, Styles, out time) && Names(text, time.Year));
        ticks = isRead ? time.UtcTicks : 0;
        return isRead;
    }

    /// <summary>The two forms that most records use, 2026-02-25 and 2026-02-25T06:40:00Z, without the cost of looking for others.</summary>
    private static bool TryParseIso(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length is not (10 or 19 or 20) || text[4] != '-' || text[7] != '-') return false;
        var valid = TryDigits(text[..4], out var year) & TryDigits(text[5..7], out var month) & TryDigits(text[8..10], out var day);
        if (!valid || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        if (text.Length == 10) return true;

        var isTime = text[10] is (byte)'T' or (byte)' ' && text[13] == ':' && text[16] == ':' && (text.Length == 19 || text[19] == 'Z');
        var inRange = TryDigits(text[11..13], out var hour) & TryDigits(text[14..16], out var minute) & TryDigits(text[17..19], out var second);
        if (!isTime || !inRange || hour > 23 || minute > 59 || second > 59) return false;
        ticks += (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            value = (value * 10) + digit - '0';
        }
        return true;
    }

    /// <summary>
    /// A date of 8 digits, or 14 with the time of day; otherwise seconds since 1970, or milliseconds where seconds would
    /// lie beyond the year 5000.
    /// </summary>
    public static bool TryFromNumber(long value, out long ticks)
    {
        const long Year5000 = 95_617_584_000;
        if (TryFromDigits(value, out ticks)) return true;
        if (value is > -LeastUnixTime and < LeastUnixTime or <= -Year5000 * 1000 or >= Year5000 * 1000) return false;
        var milliseconds = value is > -Year5000 and < Year5000 ? value * 1000 : value;
        ticks = Math.Max(0, DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond));
        return ticks > 0;
    }

    private static bool TryFromDigits(long value, out long ticks)
    {
        var format = value switch
        {
            >= 1000_01_01 and <= 9999_12_31 => "yyyyMMdd",
            >= 1000_01_01_00_00_00 and <= 9999_12_31_23_59_59 => "yyyyMMddHHmmss",
            _ => null,
        };
        ticks = 0;
        if (format is null) return false;
        Span<char> digits = stackalloc char[14];
        _ = value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        var isDate = DateTime.TryParseExact(digits[..length], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        ticks = time.Ticks;
        return isDate;
    }

    /// <summary>The two numbers that a date with slashes begins with; 0 where it does not.</summary>
    private static (int First, int Second) SlashedNumbers(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash is < 1 or > 2 || !int.TryParse(text[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var first)) return default;
        var rest = text[(slash + 1)..];
        slash = rest.IndexOf('/');
        return slash is 1 or 2 && int.TryParse(rest[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? (first, second) : default;
    }

    /// <summary>The text with the name of a zone at its end replaced by the offset it means.</summary>
    private static ReadOnlySpan<char> WithOffset(ReadOnlySpan<char> text)
    {
        foreach (var (name, offset) in Zones)
        {
            var isZone = text.Length > name.Length && text[^(name.Length + 1)] == ' ' && text.EndsWith(name, StringComparison.OrdinalIgnoreCase);
            if (isZone) return string.Concat(text[..^name.Length], offset);
        }
        return text;
    }

    /// <summary>
    /// Whether the year that was read stands in the text in full: a year that does not was taken from today, or from two digits.
    /// </summary>
    private static bool Names(ReadOnlySpan<char> text, int year)
    {
        Span<char> digits = stackalloc char[4];
        _ = year.TryFormat(digits, out _, "0000", CultureInfo.InvariantCulture);
        return text.Contains(digits, StringComparison.Ordinal);
    }
}
