using System.Text;
using System.Text.Json;
using CsCheck;

namespace Similarity.Formats.Tests;

public class CsvReaderTests
{
    private static CsvReader Reader(char? separator = null, int blockBytes = 1 << 20, int maxRecordBytes = 32 << 20) =>
        new(new ReadOptions { BlockBytes = blockBytes, MaxRecordBytes = maxRecordBytes }, separator);

    [Fact]
    public async Task Each_row_is_an_object_of_the_names_in_the_header()
    {
        var read = await ReadRecords.FromAsync(Reader(), "\uFEFFid, title ,body\r\n1,Rain,\"It rained, \"\"hard\"\".\nTwice.\"\r\n\r\n2,,Sun\u00E9 5\" deep\r\n");
        Assert.Equal(
            ["{\"id\":\"1\",\"title\":\"Rain\",\"body\":\"It rained, \\\"hard\\\".\\nTwice.\"}", "{\"id\":\"2\",\"title\":\"\",\"body\":\"Sun\u00E9 5\\\" deep\"}"],
            read.Texts);
        Assert.Equal([2, 5], read.Lines);
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_separator_is_found_in_the_header_alone(char separator)
    {
        var read = await ReadRecords.FromAsync(Reader(), $"id{separator}body\n1{separator}\"a, b; c, d; e | f\tg\"\n");
        Assert.Equal("a, b; c, d; e | f\tg", Assert.Single(Cells(read))["body"]);
    }

    [Fact]
    public async Task A_separator_inside_a_quoted_name_does_not_count()
    {
        var read = await ReadRecords.FromAsync(Reader(), "\"a, b, c, d\";body\n1;rain\n");
        Assert.Equal("rain", Assert.Single(Cells(read))["body"]);
    }

    [Fact]
    public async Task A_given_separator_is_taken_even_where_commas_are_more_frequent()
    {
        var read = await ReadRecords.FromAsync(Reader('\t'), "a,b,c,d\tbody\n1\tx, y\n");
        Assert.Equal("x, y", Assert.Single(Cells(read))["body"]);
    }

    [Fact]
    public async Task A_header_without_text_is_a_fatal_fault_that_lists_both_sides()
    {
        var read = await ReadRecords.FromAsync(Reader(), "id,story,when\n1,It rained,today\n");
        Assert.Empty(read.Texts);
        var fault = Assert.Single(read.Faults);
        Assert.True(fault.Fatal);
        Assert.All(["id, story, when", "maintext", "headline", "--body-field"], part => Assert.Contains(part, fault.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HEADLINE")]
    [InlineData("MainText")]
    public async Task A_title_or_a_body_in_any_case_is_enough(string column)
    {
        var read = await ReadRecords.FromAsync(Reader(), $"id,{column}\n1,It rained\n");
        Assert.Single(read.Texts);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task Rows_with_more_or_fewer_cells_are_faults_and_never_half_used()
    {
        var read = await ReadRecords.FromAsync(Reader(), "id,body\n1,a\n2\n3,c,d\n4,e\n");
        Assert.Equal(["1", "4"], Ids(read));
        Assert.Equal([(3, "The row has 1 cells; the header has 2."), (4, "The row has 3 cells; the header has 2.")],
            read.Faults.Select(fault => (fault.Line, fault.Reason)));
    }

    [Fact]
    public async Task Text_behind_a_closing_quote_rejects_its_row()
    {
        var read = await ReadRecords.FromAsync(Reader(), "id,body\n1,\"He said \"no\" twice\"\n2,b\n");
        Assert.Equal(["2"], Ids(read));
        Assert.Equal(2, Assert.Single(read.Faults).Line);
    }

    [Theory]
    [InlineData("1,a\n2,\"b\n3,c\n4,d\n")]
    [InlineData("1,a\n2\" wide,\"b\n3,c\n4,d")]
    [InlineData("1,a\n2,\"")]
    public async Task A_quote_that_is_never_closed_ends_the_file_at_its_row(string rows)
    {
        var read = await ReadRecords.FromAsync(Reader(), "id,body\n" + rows);
        Assert.Equal(["1"], Ids(read));
        var fault = Assert.Single(read.Faults);
        Assert.Equal((3, true), (fault.Line, fault.Fatal));
        Assert.Contains("the rest of the file could not be read", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_within_the_limit_is_not_read_to_the_end()
    {
        var content = new EndlessLine("id,body\n1,a\n2,\"b"u8.ToArray(), (byte)'\n', 200L << 20, default);
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1 << 20), content);
        Assert.Equal(["1"], Ids(read));
        var fault = Assert.Single(read.Faults);
        Assert.Equal((3, true), (fault.Line, fault.Fatal));
        Assert.Contains("the rest of the file could not be read", fault.Reason, StringComparison.Ordinal);
        Assert.True(content.Read(new byte[1]) == 1, "Reading went on to the end.");
    }

    [Fact]
    public async Task A_row_above_the_limit_is_a_fault_and_reading_goes_on()
    {
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1024), $"id,body\n1,{new string('x', 2000)}\n2,b\n");
        Assert.Equal(["2"], Ids(read));
        Assert.Equal((2, false), (Assert.Single(read.Faults).Line, read.Faults[0].Fatal));
    }

    [Fact]
    public async Task A_row_that_is_not_UTF8_is_a_fault_and_a_replacement_character_is_not()
    {
        byte[] content = [.. "id,body\n1,caf"u8, 0xE9, .. "\n2,\uFFFD\n"u8];
        var read = await ReadRecords.FromAsync(Reader(), new MemoryStream(content));
        Assert.Equal("\uFFFD", Assert.Single(Cells(read))["body"]);
        Assert.Equal((2, "The row is not valid UTF-8."), (Assert.Single(read.Faults).Line, read.Faults[0].Reason));
    }

    [Fact]
    public async Task NUL_bytes_are_ordinary_characters()
    {
        var read = await ReadRecords.FromAsync(Reader(), "id,body\n1,a\0b\n");
        Assert.Equal("a\0b", Assert.Single(Cells(read))["body"]);
    }

    [Fact]
    public async Task UTF16_is_refused_with_advice()
    {
        var content = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id,body\n1,a\n")]);
        Assert.Equal(RecordFault.Utf16, Assert.Single((await ReadRecords.FromAsync(Reader(), content)).Faults));
    }

    [Fact]
    public async Task An_empty_file_has_no_records_and_no_faults()
    {
        var read = await ReadRecords.FromAsync(Reader(), "");
        Assert.Empty(read.Texts);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Any_cells_come_back_with_the_lines_on_which_their_rows_begin()
    {
        var cell = Gen.String[Gen.Char["ab\",;|\t\n\r \u00E9\u4E16\0"], 0, 12];
        Gen.Select(cell, cell, cell).Array[0, 20].Select(Gen.Int[1, 300]).Sample((rows, blockBytes) =>
        {
            var content = new StringBuilder("id,title,body\n");
            var lines = new List<long>();
            long line = 2;
            foreach (var (id, title, body) in rows)
            {
                lines.Add(line);
                content.Append(Quote(id)).Append(',').Append(Quote(title)).Append(',').Append(Quote(body)).Append('\n');
                line += LineBreaks(id) + LineBreaks(title) + LineBreaks(body) + 1;
            }
            var read = ReadRecords.From(Reader(blockBytes: blockBytes), content.ToString());
            Assert.Empty(read.Faults);
            Assert.Equal(rows, Cells(read).Select(cells => (cells["id"], cells["title"], cells["body"])));
            Assert.Equal(lines, read.Lines);
        });
    }

    private static string[] Ids(ReadRecords read) => [.. Cells(read).Select(cells => cells["id"])];

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int LineBreaks(string cell) => cell.ReplaceLineEndings("\n").Count(next => next == '\n');

    private static List<Dictionary<string, string>> Cells(ReadRecords read) =>
        [.. read.Texts.Select(text => JsonSerializer.Deserialize<Dictionary<string, string>>(text)!)];
}
