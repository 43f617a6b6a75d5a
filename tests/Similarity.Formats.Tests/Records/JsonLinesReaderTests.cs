using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public class JsonLinesReaderTests
{
    private const int Megabyte = 1 << 20;

    private static JsonLinesReader Reader(int blockBytes = 1 << 20, int maxRecordBytes = 32 << 20) =>
        new(new ReadOptions { BlockBytes = blockBytes, MaxRecordBytes = maxRecordBytes });

    [Fact]
    public async Task Each_line_is_a_record_with_its_line_number()
    {
        var read = await ReadRecords.FromAsync(Reader(), "{\"id\":1}\n\n  \t\n{\"id\":2}\n");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Equal([1, 4], read.Lines);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task A_last_line_without_a_line_feed_is_a_record()
    {
        var read = await ReadRecords.FromAsync(Reader(), "{\"id\":1}\n{\"id\":2}");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
    }

    [Fact]
    public async Task A_carriage_return_before_the_line_feed_is_not_part_of_the_record()
    {
        var read = await ReadRecords.FromAsync(Reader(), "{\"id\":1}\r\n\r\n{\"id\":2}\r\n");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Equal([1, 3], read.Lines);
    }

    [Fact]
    public async Task An_empty_input_has_no_records_and_no_faults()
    {
        var read = await ReadRecords.FromAsync(Reader(), "");
        Assert.Empty(read.Texts);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task NUL_bytes_are_left_to_the_parser()
    {
        var read = await ReadRecords.FromAsync(Reader(), "{\"id\":\"a\0b\"}\n\0\n");
        Assert.Equal(["{\"id\":\"a\0b\"}", "\0"], read.Texts);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public async Task A_UTF8_byte_order_mark_is_passed_over_and_positions_stay_right(int blockBytes)
    {
        var content = "\uFEFF{\"id\":1}\n{\"id\":2}\n";
        var read = await ReadRecords.FromAsync(Reader(blockBytes), content);
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Equal([(3, "{\"id\":1}"), (12, "{\"id\":2}")], read.Places);
    }

    [Fact]
    public async Task UTF16_is_refused_with_advice()
    {
        var content = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"id\":1}\n")]);
        var fault = Assert.Single((await ReadRecords.FromAsync(Reader(), content)).Faults);
        Assert.True(fault.Fatal);
        Assert.Contains("convert it to UTF-8", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_is_reported_and_read_as_an_array()
    {
        var read = await ReadRecords.FromAsync(Reader(blockBytes: 16), " \n[\n {\"id\":1},\n {\"id\":2}\n]\n");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Equal([3, 4], read.Lines);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((1, false), (fault.Line, fault.Fatal));
        Assert.Contains("array", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_two_hundred_megabytes_is_passed_over_without_being_held()
    {
        var content = new EndlessLine("{\"id\":1}\n{\"id\":\""u8.ToArray(), (byte)'x', 200L * Megabyte, "\"}\n{\"id\":3}\n"u8.ToArray());
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 2 * Megabyte), content);
        Assert.Equal(["{\"id\":1}", "{\"id\":3}"], read.Texts);
        Assert.Equal([1, 3], read.Lines);
        var fault = Assert.Single(read.Faults);
        Assert.Equal(2, fault.Line);
        Assert.Contains($"{(200L * Megabyte) + 9} bytes", fault.Reason, StringComparison.Ordinal);
        Assert.InRange(read.LargestBlock, 1, (2 * Megabyte) + 2);
    }

    [Fact]
    public async Task The_limit_itself_is_allowed_and_one_byte_more_is_not()
    {
        var fits = new string('x', 1024);
        var read = await ReadRecords.FromAsync(Reader(blockBytes: 100, maxRecordBytes: 1024), $"{fits}\r\n{fits}y\n{fits}\n{fits}z");
        Assert.Equal([fits, fits], read.Texts);
        Assert.Equal([1, 3], read.Lines);
        Assert.Equal([2, 4], read.Faults.Select(fault => fault.Line));
        Assert.All(read.Faults, fault => Assert.Contains("1025 bytes", fault.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_line_above_the_limit_inside_a_block_is_a_fault()
    {
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1024), $"a\n{new string('x', 1025)}\nb\n");
        Assert.Equal(["a", "b"], read.Texts);
        Assert.Equal(2, Assert.Single(read.Faults).Line);
    }

    [Fact]
    public void Any_block_size_gives_the_lines_that_a_line_reader_gives()
    {
        var line = Gen.Frequency((5, Gen.String[Gen.Char["ab\u00E9\u4E16{}\"\\,:\0"], 0, 40]), (1, Gen.Const("")), (1, Gen.Const("  \t")));
        var ends = Gen.OneOf("\n", "\r\n");
        Gen.Select(Gen.Select(line, ends).List[0, 30], line, Gen.Int[1, 300]).Sample((lines, last, blockBytes) =>
        {
            var content = string.Concat(lines.Select(pair => pair.Item1 + pair.Item2)) + last;
            var expected = new List<(string, long)>();
            using var reference = new StringReader(content);
            for (var number = 1; reference.ReadLine() is { } text; number++)
            {
                if (!string.IsNullOrWhiteSpace(text)) expected.Add((text, number));
            }

            var read = ReadRecords.From(Reader(blockBytes), content);

            Assert.Equal(expected, read.Texts.Zip(read.Lines));
            var bytes = Encoding.UTF8.GetBytes(content);
            Assert.All(read.Places, place => Assert.StartsWith(
                place.Text, Encoding.UTF8.GetString(bytes.AsSpan((int)place.Offset)), StringComparison.Ordinal));
            Assert.Equal(read.Texts.Count, read.Places.Count);
        });
    }

    [Fact]
    public void Any_block_size_and_limit_give_the_same_records_and_faults()
    {
        Gen.Select(Gen.Int[0, 3000].List[0, 12], Gen.Int[1, 2000]).Sample((lengths, blockBytes) =>
        {
            var content = string.Concat(lengths.Select(length => new string('x', length) + "\n"));
            var expected = lengths.Select((length, i) => (Length: length, Line: i + 1L)).Where(line => line.Length > 0).ToList();
            var read = ReadRecords.From(Reader(blockBytes, maxRecordBytes: 1024), content);
            Assert.Equal(expected.Where(line => line.Length <= 1024), read.Texts.Select(text => text.Length).Zip(read.Lines));
            Assert.Equal(
                expected.Where(line => line.Length > 1024).Select(line => RecordFault.TooLong(line.Line, line.Length, 1024)), read.Faults);
            Assert.All(read.Places, place => Assert.Equal('x', content[(int)place.Offset]));
        });
    }
}
