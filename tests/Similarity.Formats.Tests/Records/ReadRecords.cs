using System.Text;

namespace Similarity.Formats.Tests;

/// <summary>Everything that a reader gave for one input.</summary>
internal sealed record ReadRecords(IReadOnlyList<string> Texts, IReadOnlyList<long> Lines, IReadOnlyList<RecordFault> Faults)
{
    /// <summary>The largest block that came, in bytes.</summary>
    public int LargestBlock { get; private init; }

    /// <summary>Each record as its block places it in the input; empty where the input cannot be read again.</summary>
    public IReadOnlyList<(long Offset, string Text)> Places { get; private init; } = [];

    public static Task<ReadRecords> FromAsync(IRecordReader reader, string content) =>
        FromAsync(reader, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    public static async Task<ReadRecords> FromAsync(IRecordReader reader, Stream content)
    {
        List<string> texts = [];
        List<long> lines = [];
        List<RecordFault> faults = [];
        List<(long, string)> places = [];
        var largest = 0;
        await foreach (var block in reader.ReadAsync(content, TestContext.Current.CancellationToken))
        {
            foreach (var record in block.Records)
            {
                var text = Encoding.UTF8.GetString(block[record]);
                texts.Add(text);
                lines.Add(record.Line);
                Assert.Equal((byte)'\n', block.Bytes.Span[(record.Start + record.Length)..].TrimStart((byte)'\r')[0]);
                if (block.FileOffset >= 0) places.Add((block.FileOffset + record.Start, text));
            }
            faults.AddRange(block.Faults);
            largest = Math.Max(largest, block.Length);
            block.Dispose();
        }
        return new ReadRecords(texts, lines, faults) { LargestBlock = largest, Places = places };
    }

    public static ReadRecords From(IRecordReader reader, string content) =>
        FromAsync(reader, content).GetAwaiter().GetResult();

    public static ReadRecords From(IRecordReader reader, Stream content) =>
        FromAsync(reader, content).GetAwaiter().GetResult();
}
