using System.Runtime.CompilerServices;

namespace Similarity.Formats;

/// <summary>
/// Reads a table of separated values: the header names the fields, each row is a record. A row that cannot be read
/// whole is reported and left out, never half used. Without a <paramref name="separator"/> the header line tells it.
/// </summary>
internal sealed class CsvReader(ReadOptions options, char? separator) : IRecordReader
{
    private const int HeaderBytes = 1 << 16;

    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var head = new byte[HeaderBytes];
        var length = await content.ReadAtLeastAsync(head, HeaderBytes, throwOnEndOfStream: false, cancellation);
        if (ByteOrderMark.IsUtf16(head))
        {
            var refused = new RecordBlock(0);
            refused.Faults.Add(RecordFault.Utf16);
            yield return refused;
            yield break;
        }
        await using var input = new ReplayStream(head.AsMemory(0, length), content);
        await using var rows = new CsvRows(input, separator ?? CsvSeparator.Of(head.AsSpan(0, length)), options);
        using var writer = new RecordWriter(options);
        var block = new RecordBlock(options.BlockBytes);
        try
        {
            while (true)
            {
                var ended = !await rows.AdvanceAsync(InputContent.DamageOf(content), cancellation);
                if (rows.Fault is { } fault) block.Faults.Add(fault);
                else if (!ended) rows.Write(writer, block);

                if (ended && block.Records.Count + block.Faults.Count == 0) break;
                if (!ended && !writer.IsFull(block)) continue;
                block.InputPosition = InputContent.StoredPositionOf(content);
                var full = block;
                block = ended ? null! : new RecordBlock(options.BlockBytes);
                yield return full;
                if (ended) break;
            }
        }
        finally
        {
            block?.Dispose();
        }
    }
}
