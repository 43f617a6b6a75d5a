using System.Text.Json;
using Parquet.Schema;
using Parquet.Serialization;

namespace Similarity.Formats.Tests;

public class ParquetReaderTests
{
    private static readonly ParquetSchema Schema = new(
        new DataField<string>("id"),
        new DataField<string>("title"),
        new DataField<string>("body"),
        new DateTimeDataField("published", DateTimeFormat.Timestamp, isAdjustedToUTC: true, isNullable: true),
        new DataField<long?>("words"),
        new DataField<double?>("weight"),
        new DataField<bool?>("paid"),
        new DataField<byte[]>("raw"),
        new ListField("authors", new DataField<string>("element")),
        new StructField("place", new DataField<string>("city"), new DataField<int?>("zone")));

    private static ParquetReader Reader(int blockBytes = 1 << 20, int maxRecordBytes = 32 << 20) =>
        new(new ReadOptions { BlockBytes = blockBytes, MaxRecordBytes = maxRecordBytes });

    [Fact]
    public async Task Every_column_of_a_row_becomes_a_property()
    {
        var file = await FileAsync(Schema, [Row(1), Missing(2)]);
        var read = await ReadRecords.FromAsync(Reader(), file);
        Assert.Empty(read.Faults);
        Assert.Equal(
            """{"id":"a1","title":"Rain in the valley","body":"It rained.","published":"2024-05-06T07:08:09.0000000Z","words":12,"weight":0.5,"paid":true,"raw":"plain text","authors":["Ann","Bo"],"place":{"city":"Ober","zone":3}}""",
            read.Texts[0]);
        Assert.Equal(
            """{"id":"a2","title":null,"body":null,"published":null,"words":null,"weight":null,"paid":null,"raw":"/wA=","authors":[],"place":{"city":null,"zone":null}}""",
            read.Texts[1]);
        Assert.Equal([1, 2], read.Lines);
    }

    [Fact]
    public async Task Row_groups_follow_one_another_and_rows_are_counted_through()
    {
        var schema = new ParquetSchema(new DataField<string>("body"), new ListField("tags", new DataField<int>("element")));
        var rows = Enumerable.Range(0, 100).Select(i => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["body"] = $"story {i}",
            ["tags"] = Enumerable.Range(0, i % 4).ToList(),
        }).ToList();
        var file = await FileAsync(schema, rows, rowGroupSize: 7);
        var read = await ReadRecords.FromAsync(Reader(blockBytes: 50), file);
        Assert.Empty(read.Faults);
        string[] expected = [.. Enumerable.Range(0, 100).Select(i => $$"""{"body":"story {{i}}","tags":[{{string.Join(',', Enumerable.Range(0, i % 4))}}]}""")];
        Assert.Equal<string[]>(expected, [.. read.Texts]);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), read.Lines);
        Assert.InRange(read.LargestBlock, 50, 100);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_all_the_same()
    {
        var file = await FileAsync(Schema, [Row(1)]);
        var read = await ReadRecords.FromAsync(Reader(), new InputContent(file, Compression.None));
        Assert.Single(read.Texts);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public async Task A_file_without_text_is_a_fatal_fault_that_lists_both_sides()
    {
        var schema = new ParquetSchema(new DataField<string>("id"), new DataField<string>("story"));
        var row = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = "1", ["story"] = "It rained." };
        var read = await ReadRecords.FromAsync(Reader(), await FileAsync(schema, [row]));
        Assert.Empty(read.Texts);
        var fault = Assert.Single(read.Faults);
        Assert.True(fault.Fatal);
        Assert.All(["id, story", "maintext", "--body-field"], part => Assert.Contains(part, fault.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_above_the_limit_is_a_fault_and_reading_goes_on()
    {
        var schema = new ParquetSchema(new DataField<string>("body"));
        List<Dictionary<string, object?>> rows =
        [
            new(StringComparer.Ordinal) { ["body"] = new string('x', 2000) },
            new(StringComparer.Ordinal) { ["body"] = "short" },
        ];
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1024), await FileAsync(schema, rows));
        Assert.Equal(["""{"body":"short"}"""], read.Texts);
        Assert.Equal(RecordFault.TooLong(1, 2011, 1024), Assert.Single(read.Faults));
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_a_fatal_fault_and_never_a_crash()
    {
        var whole = (await FileAsync(Schema, [Row(1), Missing(2)])).ToArray();
        for (var length = 1; length < whole.Length; length += 13)
        {
            var read = await ReadRecords.FromAsync(Reader(), new MemoryStream(whole, 0, length));
            Assert.Empty(read.Texts);
            Assert.True(Assert.Single(read.Faults).Fatal);
        }
    }

    [Fact]
    public async Task A_file_with_any_byte_changed_is_read_or_reported_and_never_a_crash()
    {
        var whole = (await FileAsync(Schema, [Row(1), Missing(2)])).ToArray();
        for (var position = 0; position < whole.Length; position += 3)
        {
            var changed = (byte[])whole.Clone();
            changed[position] ^= 0x55;
            var read = await ReadRecords.FromAsync(Reader(), new MemoryStream(changed));
            // A footer can be changed into that of an empty table.
            Assert.True(read.Texts.Count is 0 or 2 || read.Faults is [{ Fatal: true }], $"Byte {position} went unnoticed.");
            Assert.All(read.Texts, text => JsonDocument.Parse(text).Dispose());
        }
    }

    private static Dictionary<string, object?> Row(int number) => new(StringComparer.Ordinal)
    {
        ["id"] = $"a{number}",
        ["title"] = "Rain in the valley",
        ["body"] = "It rained.",
        ["published"] = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc),
        ["words"] = 12L,
        ["weight"] = 0.5,
        ["paid"] = true,
        ["raw"] = (ReadOnlyMemory<byte>?)"plain text"u8.ToArray(),
        ["authors"] = new List<ReadOnlyMemory<char>?> { "Ann".AsMemory(), "Bo".AsMemory() },
        ["place"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["city"] = "Ober", ["zone"] = 3 },
    };

    private static Dictionary<string, object?> Missing(int number) => new(StringComparer.Ordinal)
    {
        ["id"] = $"a{number}",
        ["title"] = null,
        ["body"] = null,
        ["published"] = null,
        ["words"] = null,
        ["weight"] = null,
        ["paid"] = null,
        ["raw"] = (ReadOnlyMemory<byte>?)new byte[] { 0xFF, 0x00 },
        ["authors"] = new List<ReadOnlyMemory<char>?>(),
        ["place"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["city"] = null, ["zone"] = null },
    };

    private static async Task<MemoryStream> FileAsync(
        ParquetSchema schema, IReadOnlyCollection<IDictionary<string, object?>> rows, int? rowGroupSize = null)
    {
        var file = new MemoryStream();
        await ParquetSerializer.SerializeUntypedAsync(
            rows, schema, file, new Parquet.ParquetOptions { RowGroupSize = rowGroupSize }, null, TestContext.Current.CancellationToken);
        return new MemoryStream(file.ToArray());
    }
}
