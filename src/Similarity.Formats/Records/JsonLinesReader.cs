using System.Runtime.CompilerServices;

namespace Similarity.Formats;

/// <summary>
/// Reads one record a line. This is the path on which the speed of a run rests: a block is filled from the stream,
/// cut at its line feeds in place, and handed on; only the unfinished last line is copied, to the next block.
/// Records are not looked into: whoever parses them says what is wrong with them.
/// </summary>
internal sealed class JsonLinesReader(ReadOptions options) : IRecordReader
{
    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var lines = new LineSplitter(options.MaxRecordBytes);
        var block = NewBlock(content, offset: 0, options.BlockBytes);
        try
        {
            var ended = await FillAsync(content, block, cancellation);
            if (ByteOrderMark.IsUtf16(block.Bytes.Span))
            {
                block.Faults.Add(RecordFault.Utf16);
                yield return Release(ref block!, content);
                yield break;
            }
            lines.Skip(ByteOrderMark.Utf8Length(block.Bytes.Span));
            if (IsArray(block.Bytes.Span[lines.Start..]))
            {
                block.Faults.Add(new RecordFault(1, null, "Found a JSON array where one object a line was expected; reading it as an array.", RejectOutcome.Noted));
                var head = block.Bytes.ToArray();
                block.Retract(block.Length);
                yield return Release(ref block!, content);
                await foreach (var element in new JsonReader(options).ReadAsync(head, content, cancellation)) yield return element;
                yield break;
            }

            long start = 0;
            while (true)
            {
                lines.Split(block);
                if (ended) break;
                var unfinished = block.Length - lines.Start;
                if (unfinished > options.MaxRecordBytes + 1L) // One more may be a carriage return.
                {
                    start += lines.Start;
                    var (next, skipped) = await SkipLineAsync(content, block, lines, start, cancellation);
                    start += skipped;
                    yield return Replace(ref block, next, content);
                }
                else if (lines.Start > 0)
                {
                    start += lines.Start;
                    var next = NewBlock(content, start, Math.Max(options.BlockBytes, unfinished + 1));
                    Append(next, block.Bytes.Span[lines.Start..]);
                    block.Retract(unfinished);
                    lines.Continue(unfinished);
                    yield return Replace(ref block, next, content);
                }
                ended = await FillAsync(content, block, cancellation);
            }

            Finish(block, lines, content);
            if (block.Records.Count + block.Faults.Count > 0) yield return Release(ref block!, content);
        }
        finally
        {
            block?.Dispose();
        }
    }

    private static void Finish(RecordBlock block, LineSplitter lines, Stream content)
    {
        if (InputContent.DamageOf(content) is { } damage)
        {
            block.Retract(block.Length - lines.Start);
            block.Faults.Add(RecordFault.Damaged(lines.Line, damage));
        }
        else lines.Finish(block);
    }

    /// <summary>
    /// Passes over the rest of a line that is too long, without keeping it, and begins the next block behind it.
    /// </summary>
    private async ValueTask<(RecordBlock Next, long Skipped)> SkipLineAsync(
        Stream content, RecordBlock block, LineSplitter lines, long lineStart, CancellationToken cancellation)
    {
        long size = block.Length - lines.Start;
        block.Retract((int)size);
        var scratch = block.FreeSpace(1);
        int read, end;
        while (true)
        {
            read = await content.ReadAsync(scratch, cancellation);
            end = scratch.Span[..read].IndexOf((byte)'\n');
            if (read == 0 || end >= 0) break;
            size += read;
        }

        size += Math.Max(0, end);
        block.Faults.Add(RecordFault.TooLong(lines.Line, size, options.MaxRecordBytes));
        var skipped = end < 0 ? size : size + 1;
        var next = NewBlock(content, lineStart + skipped, options.BlockBytes);
        if (end >= 0) Append(next, scratch.Span[(end + 1)..read]);
        if (end >= 0) lines.Line++;
        lines.Continue(searched: 0);
        return (next, skipped);
    }

    /// <summary>
    /// Reads until the block is full, or twice as full as before where a line did not fit; says whether the content
    /// ended. Of records that are waited for, what is there will do. Never reads further than it takes to know that a line is too long.
    /// </summary>
    private async ValueTask<bool> FillAsync(Stream content, RecordBlock block, CancellationToken cancellation)
    {
        var doubled = (int)Math.Min(block.Length * 2L, Math.Max(options.MaxRecordBytes + 2L, block.Length + 1L));
        var target = Math.Max(options.BlockBytes, doubled);
        while (block.Length < target)
        {
            var space = block.FreeSpace(1);
            var read = await content.ReadAsync(space[..Math.Min(space.Length, target - block.Length)], cancellation);
            if (read == 0) return true;
            block.Advance(read);
            if (options.IsLive && block.Length >= ByteOrderMark.Longest) break;
        }
        return false;
    }

    private static RecordBlock NewBlock(Stream content, long offset, int capacity) =>
        new(capacity) { FileOffset = content.CanSeek ? offset : -1 };

    private static void Append(RecordBlock block, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(block.FreeSpace(bytes.Length).Span);
        block.Advance(bytes.Length);
    }

    private static RecordBlock Release(ref RecordBlock? block, Stream content) => Replace(ref block!, null!, content);

    private static RecordBlock Replace(ref RecordBlock block, RecordBlock next, Stream content)
    {
        var full = block;
        full.InputPosition = InputContent.StoredPositionOf(content);
        block = next;
        return full;
    }

    private static bool IsArray(ReadOnlySpan<byte> content) => content.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
}
