using System.Text;

namespace Similarity.Formats.Tests;

public class PlainTextReaderTests
{
    private static PlainTextReader Reader(int maxRecordBytes = 32 << 20) =>
        new(new ReadOptions { MaxRecordBytes = maxRecordBytes }, "notes/rain.txt");

    [Fact]
    public async Task A_first_line_before_a_blank_line_is_the_title()
    {
        var read = await ReadRecords.FromAsync(Reader(), "\uFEFFRain in the valley\r\n\r\nIt rained.\r\nIt stopped.\r\n");
        Assert.Equal("""{"id":"notes/rain.txt","title":"Rain in the valley","body":"It rained.\nIt stopped."}""", Assert.Single(read.Texts));
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData("It rained.\nIt stopped.\n\nThe end.", "It rained.\\nIt stopped.\\n\\nThe end.")]
    [InlineData("It rained.", "It rained.")]
    [InlineData("", "")]
    public async Task Otherwise_all_of_it_is_the_body(string content, string body)
    {
        var read = await ReadRecords.FromAsync(Reader(), content);
        Assert.Equal($$"""{"id":"notes/rain.txt","body":"{{body}}"}""", Assert.Single(read.Texts));
    }

    [Fact]
    public async Task Invalid_UTF8_is_replaced_and_counted()
    {
        byte[] content = [.. "caf"u8, 0xE9, .. " and "u8, 0xFF, 0xFE];
        var read = await ReadRecords.FromAsync(Reader(), new MemoryStream(content));
        Assert.Contains("caf\uFFFD and \uFFFD\uFFFD", Assert.Single(read.Texts), StringComparison.Ordinal);
        var fault = Assert.Single(read.Faults);
        Assert.False(fault.Fatal);
        Assert.StartsWith("3 byte sequences", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UTF16_with_a_byte_order_mark_is_understood()
    {
        var content = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Caf\u00E9")]);
        var read = await ReadRecords.FromAsync(Reader(), content);
        Assert.Contains("Caf\u00E9", Assert.Single(read.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_a_fault_and_is_not_read_to_its_end()
    {
        var content = new EndlessLine(default, (byte)'x', 200L << 20, default);
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 4096), content);
        Assert.Empty(read.Texts);
        Assert.Contains("4096 bytes", Assert.Single(read.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal(1, content.Read(new byte[1]));
    }
}
