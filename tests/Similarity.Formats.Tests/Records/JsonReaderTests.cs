using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Similarity.Formats.Tests;

public class JsonReaderTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static JsonReader Reader(int blockBytes = 1 << 20, int maxRecordBytes = 32 << 20) =>
        new(new ReadOptions { BlockBytes = blockBytes, MaxRecordBytes = maxRecordBytes });

    [Fact]
    public async Task The_objects_of_an_array_become_one_line_each()
    {
        var read = await ReadRecords.FromAsync(Reader(), "[\r\n  {\r\n    \"id\": \"a\",\n    \"tags\": [1, {\"x\": \"]}\"}]\n  },\n  {\"id\": \"b\"}\n]\n");
        Assert.Equal(["{      \"id\": \"a\",     \"tags\": [1, {\"x\": \"]}\"}]   }", "{\"id\": \"b\"}"], read.Texts);
        Assert.Equal([2, 6], read.Lines);
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData("{\"id\":1}{\"id\":2}")]
    [InlineData("\uFEFF{\"id\":1}\n\n{\"id\":2}")]
    [InlineData("[{\"id\":1}][{\"id\":2}]")]
    [InlineData("[{\"id\":1},{\"id\":2},]")]
    public async Task Objects_are_found_however_they_follow_one_another(string content)
    {
        var read = await ReadRecords.FromAsync(Reader(), content);
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task Quotes_and_backslashes_in_strings_do_not_end_them()
    {
        var content = """[{"a":"x\"}],[{","b":"\\"},{"c":"\\\""}]""";
        var read = await ReadRecords.FromAsync(Reader(), content);
        Assert.Equal(["""{"a":"x\"}],[{","b":"\\"}""", """{"c":"\\\""}"""], read.Texts);
    }

    [Fact]
    public async Task Elements_that_are_not_objects_are_faults_on_their_lines()
    {
        var read = await ReadRecords.FromAsync(Reader(), "[{\"id\":1},\n17,\n\"a, ]{\",\n[{\"no\":1}],\nnull,\n{\"id\":2}]");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Equal([2, 3, 4, 5], read.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public async Task Something_between_objects_is_one_fault()
    {
        var read = await ReadRecords.FromAsync(Reader(), "{\"id\":1}\nhere is some text\n{\"id\":2} ; {\"id\":3}");
        Assert.Equal(["{\"id\":1}", "{\"id\":2}", "{\"id\":3}"], read.Texts);
        Assert.Equal([2, 3], read.Faults.Select(fault => fault.Line));
    }

    [Fact]
    public async Task An_element_above_the_limit_is_passed_over_without_being_held()
    {
        const long Long = 200L << 20;
        var content = new EndlessLine("[{\"id\":1},\n{\"id\":\""u8.ToArray(), (byte)'x', Long, "\"},\n{\"id\":3}]"u8.ToArray());
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1 << 20), content);
        Assert.Equal(["{\"id\":1}", "{\"id\":3}"], read.Texts);
        Assert.Equal([1, 3], read.Lines);
        Assert.Equal(RecordFault.TooLong(2, Long + 9, 1 << 20), Assert.Single(read.Faults));
        Assert.InRange(read.LargestBlock, 1, 2 << 20);
    }

    [Fact]
    public async Task An_object_that_the_file_ends_in_is_a_fatal_fault_on_its_first_line()
    {
        var read = await ReadRecords.FromAsync(Reader(), "[{\"id\":1},\n{\"id\":\n2");
        Assert.Equal(["{\"id\":1}"], read.Texts);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((2, true), (fault.Line, fault.Fatal));
    }

    [Fact]
    public async Task A_string_that_the_file_ends_in_is_named()
    {
        var fault = Assert.Single((await ReadRecords.FromAsync(Reader(), "[{\"id\":\"never closed}]")).Faults);
        Assert.Contains("string", fault.Reason, StringComparison.Ordinal);
        Assert.True(fault.Fatal);
    }

    [Fact]
    public async Task An_array_that_is_not_closed_is_a_fault_and_its_objects_stay()
    {
        var read = await ReadRecords.FromAsync(Reader(), "[{\"id\":1},\n");
        Assert.Equal(["{\"id\":1}"], read.Texts);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((2, true), (fault.Line, fault.Fatal));
    }

    [Fact]
    public async Task A_string_broken_over_two_lines_rejects_its_object_only()
    {
        var read = await ReadRecords.FromAsync(Reader(), "[{\"id\":\"a\nb\"},\n{\"id\":\"c\\\nd\"},{\"id\":2}]");
        Assert.Equal(["{\"id\":2}"], read.Texts);
        Assert.Equal([1, 3], read.Faults.Select(fault => fault.Line));
        Assert.Equal([4], read.Lines);
    }

    [Fact]
    public async Task Sixteen_megabytes_of_opening_brackets_are_two_faults()
    {
        var content = new EndlessLine(default, (byte)'[', 16 << 20, default);
        var read = await ReadRecords.FromAsync(Reader(), content);
        Assert.Empty(read.Texts);
        Assert.Equal(2, read.Faults.Count);
    }

    [Fact]
    public async Task Endless_faults_come_in_blocks_of_bounded_size()
    {
        var content = string.Concat(Enumerable.Repeat("1,", 10_000));
        var blocks = 0;
        var faults = 0;
        var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[{content}]"));
        await foreach (var block in Reader().ReadAsync(stream, TestContext.Current.CancellationToken))
        {
            Assert.InRange(block.Faults.Count, 1, 1024);
            blocks++;
            faults += block.Faults.Count;
            block.Dispose();
        }
        Assert.Equal(10_000, faults);
        Assert.InRange(blocks, 10, 11);
    }

    [Fact]
    public async Task UTF16_is_refused_with_advice()
    {
        var content = new MemoryStream([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("[]")]);
        Assert.Equal(RecordFault.Utf16, Assert.Single((await ReadRecords.FromAsync(Reader(), content)).Faults));
    }

    [Fact]
    public void Arrays_of_any_objects_come_back_object_by_object()
    {
        var text = Gen.String[Gen.Char["ab\"\\{}[],:\n\r\t \u00E9\u4E16\0"], 0, 12];
        var value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
            ? text.Select(leaf => (JsonNode?)JsonValue.Create(leaf))
            : Gen.Frequency(
                (4, text.Select(leaf => (JsonNode?)JsonValue.Create(leaf))),
                (1, inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray(items))),
                (1, Gen.Select(text, inner).Array[0, 3].Select(pairs => (JsonNode?)Object(pairs)))));
        var element = Gen.Select(text, value).Array[0, 4].Select(Object);
        Gen.Select(element.Array[0, 8], Gen.Bool, Gen.Int[1, 200]).Sample((elements, indented, blockBytes) =>
        {
            string[] expected = [.. elements.Select(item => item.ToJsonString())];
            var content = JsonSerializer.Serialize(elements, indented ? Indented : JsonSerializerOptions.Default);
            var read = ReadRecords.From(Reader(blockBytes), content);
            Assert.Empty(read.Faults);
            string[] actual = [.. read.Texts.Select(record => JsonNode.Parse(record)!.ToJsonString())];
            Assert.Equal(expected, actual);
            Assert.All(read.Texts, record => Assert.False(record.Contains('\n', StringComparison.Ordinal)));
        });
    }

    private static JsonObject Object((string Name, JsonNode? Value)[] pairs)
    {
        var result = new JsonObject();
        foreach (var (name, value) in pairs) result[name] = value?.DeepClone();
        return result;
    }
}
