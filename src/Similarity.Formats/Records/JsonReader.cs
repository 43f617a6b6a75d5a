using System.Buffers;
using System.Runtime.CompilerServices;

namespace Similarity.Formats;

/// <summary>
/// Reads a JSON array of objects, or objects one after the other, however they are laid out, without holding more than
/// one block of them. Line breaks between the parts of an object become spaces, so that it is one line; nothing else changes.
/// </summary>
internal sealed class JsonReader(ReadOptions options) : IRecordReader
{
    private const int PieceBytes = 1 << 16;

    public IAsyncEnumerable<RecordBlock> ReadAsync(Stream content, CancellationToken cancellation = default) =>
        ReadAsync(ReadOnlyMemory<byte>.Empty, content, cancellation);

    /// <summary>Reads content of which <paramref name="head"/> has been read already.</summary>
    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        ReadOnlyMemory<byte> head, Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        var block = new RecordBlock(options.BlockBytes);
        try
        {
            var whole = new ReplayStream(head, content);
            var scanner = new JsonElementScanner(options);
            var isStart = true;
            while (await whole.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, cancellation) is > 0 and var read)
            {
                var input = piece.AsMemory(0, read);
                if (isStart && ByteOrderMark.IsUtf16(input.Span))
                {
                    block.Faults.Add(RecordFault.Utf16);
                    break;
                }
                if (isStart) input = input[ByteOrderMark.Utf8Length(input.Span)..];
                isStart = false;
                while (true)
                {
                    input = input[scanner.Scan(input.Span, block)..];
                    if (input.IsEmpty) break;
                    block.InputPosition = InputContent.StoredPositionOf(content);
                    var full = block;
                    block = new RecordBlock(options.BlockBytes);
                    yield return full;
                }
            }

            scanner.Finish(block, InputContent.DamageOf(content));
            block.InputPosition = InputContent.StoredPositionOf(content);
            if (block.Records.Count + block.Faults.Count > 0)
            {
                var last = block;
                block = null;
                yield return last;
            }
        }
        finally
        {
            block?.Dispose();
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
