using System.Text;

namespace Similarity.Formats.Tests;

public class DamagedInputTests
{
    public static TheoryData<InputFormat, string> Formats => new()
    {
        { InputFormat.JsonLines, string.Concat(Enumerable.Range(0, 2000).Select(i => $"{{\"id\":{i * 7919}}}\n")) },
        { InputFormat.Json, "[" + string.Join(",\n", Enumerable.Range(0, 2000).Select(i => $"{{\"id\":{i * 7919}}}")) + "]" },
        { InputFormat.Csv, "id,body\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i},\"rain {i * 7919}\"\n")) },
        { InputFormat.Tsv, "id\tbody\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i}\train {i * 7919}\n")) },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_came_before_a_cut_stays_and_the_cut_is_a_fatal_fault(InputFormat format, string content)
    {
        var whole = await ReadAsync(format, new MemoryStream(Encoding.UTF8.GetBytes(content)), Compression.None);
        Assert.Equal(2000, whole.Texts.Count);
        foreach (var compression in new[] { Compression.Gzip, Compression.Zstd })
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            // Two members, so that some content is sure to come out before the cut.
            byte[] stored = [.. Compress(compression, bytes.AsSpan(0, 8000)), .. Compress(compression, bytes.AsSpan(8000))];
            foreach (var missing in new[] { 1, 5, 9, 300, 1500 })
            {
                var read = await ReadAsync(format, new MemoryStream(stored, 0, stored.Length - missing), compression);
                Assert.InRange(read.Texts.Count, 200, 2000);
                Assert.Equal(whole.Texts.Take(read.Texts.Count).ToArray(), read.Texts.ToArray());
                var fault = Assert.Single(read.Faults);
                Assert.True(fault.Fatal);
                Assert.Contains("The rest of the file could not be read", fault.Reason, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(InputFormat.Text)]
    [InlineData(InputFormat.Html)]
    [InlineData(InputFormat.Parquet)]
    public async Task An_article_that_is_cut_off_is_no_article(InputFormat format)
    {
        var stored = TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>It rained in the valley.</p>\n", 100))));
        var read = await ReadAsync(format, new MemoryStream(stored, 0, stored.Length - 3), Compression.Gzip);
        Assert.Empty(read.Texts);
        Assert.True(Assert.Single(read.Faults).Fatal);
    }

    [Fact]
    public async Task Progress_is_counted_in_bytes_as_stored()
    {
        var stored = TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":1}\n", 10_000))));
        var content = new InputContent(new MemoryStream(stored), Compression.Gzip);
        long last = 0;
        await foreach (var block in new JsonLinesReader(new ReadOptions { BlockBytes = 1000 }).ReadAsync(content, TestContext.Current.CancellationToken))
        {
            Assert.InRange(block.InputPosition, last, stored.Length);
            last = block.InputPosition;
            block.Dispose();
        }
        Assert.Equal(stored.Length, last);
    }

    private static byte[] Compress(Compression compression, ReadOnlySpan<byte> content) =>
        compression is Compression.Gzip ? TemporaryFolder.Gzip(content) : TemporaryFolder.Zstd(content);

    private static Task<ReadRecords> ReadAsync(InputFormat format, Stream stored, Compression compression)
    {
        var options = new ReadOptions { BlockBytes = 500 };
        var reader = RecordReaders.For(new InputFile("news", format, compression, 0), options);
        return ReadRecords.FromAsync(reader, new InputContent(stored, compression));
    }
}
