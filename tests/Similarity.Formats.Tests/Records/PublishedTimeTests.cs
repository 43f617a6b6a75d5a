using System.Globalization;

namespace Similarity.Formats.Tests;

public class PublishedTimeTests
{
    [Theory]
    [InlineData("2026-03-04T10:00:00Z", "2026-03-04T10:00:00")]
    [InlineData("2026-03-04T10:00:00+02:00", "2026-03-04T08:00:00")]
    [InlineData("2026-03-04T10:00:00+0200", "2026-03-04T08:00:00")]
    [InlineData("2026-03-04T10:00-05", "2026-03-04T15:00:00")]
    [InlineData("2026-03-04T10:00:00", "2026-03-04T10:00:00")]
    [InlineData("2026-03-04 10:00", "2026-03-04T10:00:00")]
    [InlineData("  2026-03-04T10:00:00Z\n", "2026-03-04T10:00:00")]
    [InlineData("2026-03-04", "2026-03-04T00:00:00")]
    [InlineData("2026/03/04", "2026-03-04T00:00:00")]
    [InlineData("20260304", "2026-03-04T00:00:00")]
    [InlineData("20260304101112", "2026-03-04T10:11:12")]
    [InlineData("March 4, 2026", "2026-03-04T00:00:00")]
    [InlineData("4 March 2026 10:30", "2026-03-04T10:30:00")]
    [InlineData("2025-12-31T23:30:00-05:00", "2026-01-01T04:30:00")]
    public void Iso_dates_and_dates_in_words_are_read_and_no_zone_means_UTC(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("Wed, 04 Mar 2026 10:00:00 GMT", "2026-03-04T10:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 UT", "2026-03-04T10:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 UTC", "2026-03-04T10:00:00")]
    [InlineData("04 Mar 2026 10:00:00 Z", "2026-03-04T10:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 +0200", "2026-03-04T08:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 -0330", "2026-03-04T13:30:00")]
    [InlineData("Wed, 04 Mar 2026 10:00 +0000", "2026-03-04T10:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 EST", "2026-03-04T15:00:00")]
    [InlineData("Wed, 04 Mar 2026 10:00:00 pdt", "2026-03-04T17:00:00")]
    public void Feed_dates_are_read_with_offsets_and_with_named_zones(string text, string expected) => AssertReads(text, expected);

    [Fact]
    public void The_short_way_reads_what_the_long_way_reads()
    {
        string[] dates = ["2026-02-28", "2026-02-29", "2024-02-29", "0001-01-01", "9999-12-31", "2026-00-10", "2026-1-100", "20a6-01-01", "2026/01/01"];
        string[] times = ["", "T00:00:00", " 23:59:59", "T24:00:00", "T12:60:00", "t10:00:00", "T10:00:0", "T10-00-00", "T10:00:00.5"];
        foreach (var text in from date in dates from time in times from zone in new[] { "", "Z", "z", "+01:00" } select date + time + zone)
        {
            var expected = (PublishedTime.TryParse(text.AsSpan(), out var ticks), ticks);
            Assert.Equal(expected, (PublishedTime.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out ticks), ticks));
        }
    }

    [Theory]
    [InlineData("04.03.2026", "2026-03-04T00:00:00")]
    [InlineData("31.12.2026 7:05", "2026-12-31T07:05:00")]
    [InlineData("1.2.2026 07:05:09", "2026-02-01T07:05:09")]
    public void A_date_with_dots_names_the_day_first(string text, string expected) => AssertReads(text, expected);

    [Theory]
    [InlineData("March 4")]
    [InlineData("March 4 +0100")]
    [InlineData("March 4 12:00 +0100")]
    [InlineData("5 Mar 10:30 -0500")]
    [InlineData("05 Mar 26 10:00 +0000")]
    [InlineData("10:30")]
    [InlineData("12:00:00 +0100")]
    [InlineData("1200")]
    [InlineData("Wednesday")]
    [InlineData("2026")]
    [InlineData("03/04/2026")]
    [InlineData("3/4/2026 10:00")]
    public void What_leaves_the_year_or_the_day_open_is_refused(string text) => AssertRefused(text);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("20261301")]
    [InlineData("31/12/2026 25:00")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("2026-03-04T10:00:00Z and more")]
    [InlineData("99999999999999999999")]
    [InlineData("\u0662\u0660\u0662\u0666-03-04")]
    public void Nonsense_is_refused(string text) => AssertRefused(text);

    [Theory]
    [InlineData(1_772_618_400, "2026-03-04T10:00:00")]
    [InlineData(1_772_618_400_000, "2026-03-04T10:00:00")]
    [InlineData(1_772_618_400_250, "2026-03-04T10:00:00.25")]
    [InlineData(-631_152_000, "1950-01-01T00:00:00")]
    [InlineData(20_260_304, "2026-03-04T00:00:00")]
    [InlineData(20_260_304_101_112, "2026-03-04T10:11:12")]
    public void Numbers_are_seconds_milliseconds_or_the_digits_of_a_date(long number, string expected)
    {
        Assert.True(PublishedTime.TryFromNumber(number, out var ticks));
        Assert.Equal(Ticks(expected), ticks);
        AssertReads(number.ToString(CultureInfo.InvariantCulture), expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2026)]
    [InlineData(99_999_999)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(1_772_618_400_000_000)]
    [InlineData(-95_617_583_999)]
    public void Numbers_that_are_no_time_are_refused(long number)
    {
        Assert.False(PublishedTime.TryFromNumber(number, out var ticks));
        Assert.Equal(0, ticks);
    }

    [Theory]
    [InlineData("14/03/2026", "2026-03-14")]
    [InlineData("3/14/2026 10:00", "2026-03-14T10:00:00")]
    [InlineData("14/3/2026 10:00:05", "2026-03-14T10:00:05")]
    [InlineData("04/04/2026", "2026-04-04")]
    public void With_slashes_a_number_above_twelve_is_the_day(string text, string expected) => AssertReads(text, expected);

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        other.DateTimeFormat.DateSeparator = ".";
        other.DateTimeFormat.TimeSeparator = "-";
        other.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = other;
        try
        {
            AssertReads("03/14/2026 10:00", "2026-03-14T10:00:00");
            AssertReads("Wed, 04 Mar 2026 10:00:00 -0500", "2026-03-04T15:00:00");
            AssertReads("-631152000", "1950-01-01T00:00:00");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertReads(string text, string expected)
    {
        Assert.True(PublishedTime.TryParse(text, out var ticks));
        Assert.Equal(Ticks(expected), ticks);
    }

    private static void AssertRefused(string text)
    {
        Assert.False(PublishedTime.TryParse(text, out var ticks));
        Assert.Equal(0, ticks);
    }

    private static long Ticks(string utc) => DateTime.Parse(utc, CultureInfo.InvariantCulture).Ticks;
}
