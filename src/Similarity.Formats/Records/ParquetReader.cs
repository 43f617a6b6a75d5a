using System.Runtime.CompilerServices;
using ParquetFile = Parquet.ParquetReader;

namespace Similarity.Formats;

/// <summary>
/// Reads a Parquet file, each row as one record, one row group in memory at a time. Whatever the file has wrong ends
/// in a fault: the format is read by a library whose exceptions for damaged files are of every kind.
/// </summary>
internal sealed class ParquetReader(ReadOptions options) : IRecordReader
{
    /// <summary>The library throws <see cref="IOException"/> for bad files; the system's own carry an error code of the system.</summary>
    private const int ThrownByHand = unchecked((int)0x80131620);

    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var copy = content.CanSeek ? null : await CopyAsync(content, cancellation);
        var stored = copy ?? content;
        var block = new RecordBlock(options.BlockBytes);
        ParquetRowGroup? group = null;
        try
        {
            var (file, fault) = InputContent.DamageOf(content) is { } damage
                ? (null, RecordFault.Damaged(0, damage))
                : await OpenAsync(stored, cancellation);
            await using var _ = file;
            using var writer = new RecordWriter(options);
            long row = 0;
            for (var index = 0; fault is null && index < file!.RowGroupCount; index++)
            {
                (group, fault) = await OpenGroupAsync(file, index, row, cancellation);
                for (long i = 0; fault is null && i < group!.Rows; i++)
                {
                    fault = Write(group, ++row, writer, block);
                    if (!writer.IsFull(block)) continue;
                    block.InputPosition = stored.Position;
                    var full = block;
                    block = new RecordBlock(options.BlockBytes);
                    yield return full;
                }
                group?.Dispose();
            }

            if (fault is not null) block.Faults.Add(fault.Value);
            block.InputPosition = stored.Position;
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
            group?.Dispose();
        }
    }

    private async ValueTask<(ParquetFile? File, RecordFault? Fault)> OpenAsync(Stream stored, CancellationToken cancellation)
    {
        try
        {
            var file = await ParquetFile.CreateAsync(stored, leaveStreamOpen: true, cancellationToken: cancellation);
            var found = file.RowGroups.Sum(group => group.RowCount);
            if (file.Metadata?.NumRows is { } rows && rows != found)
            {
                await file.DisposeAsync();
                return (null, Damaged(0, new InvalidDataException($"it should have {rows} rows and has {found}")));
            }
            return (file, Columns.MissingText([.. file.Schema.Fields.Select(field => field.Name)], options.Fields, line: 0));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return (null, Damaged(0, damage));
        }
    }

    private static async ValueTask<(ParquetRowGroup? Group, RecordFault? Fault)> OpenGroupAsync(
        ParquetFile file, int index, long row, CancellationToken cancellation)
    {
        try
        {
            return (await ParquetRowGroup.ReadAsync(file, index, cancellation), null);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return (null, Damaged(row + 1, damage));
        }
    }

    private static RecordFault? Write(ParquetRowGroup group, long row, RecordWriter writer, RecordBlock block)
    {
        try
        {
            writer.Begin();
            group.WriteRow(writer.Json);
            writer.Complete(block, row);
            return null;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged(row, damage);
        }
    }

    /// <summary>Everything that reading can throw is the file's fault, except what the machine or the caller does.</summary>
    private static bool IsDamage(Exception exception) => exception switch
    {
        OperationCanceledException or UnauthorizedAccessException => false,
        EndOfStreamException => true,
        IOException machine => machine.HResult == ThrownByHand,
        _ => true,
    };

    private static RecordFault Damaged(long row, Exception damage)
    {
        var reason = damage.GetBaseException().Message.ReplaceLineEndings(" ");
        return new RecordFault(row, null, $"The Parquet file is damaged or of a kind that is not understood: {reason.TrimEnd('.')}.", RejectOutcome.Abandoned);
    }

    /// <summary>A Parquet file is read from its end, so that one that comes through a pipe has to be kept first.</summary>
    private static async ValueTask<Stream> CopyAsync(Stream content, CancellationToken cancellation)
    {
        var copy = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Access = FileAccess.ReadWrite,
            Mode = FileMode.Open,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        });
        // Where an open file may be deleted, not even a killed run leaves it behind.
        if (!OperatingSystem.IsWindows()) File.Delete(copy.Name);
        try
        {
            var head = new byte[4];
            var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
            await copy.WriteAsync(head.AsMemory(0, length), cancellation);
            // What does not begin like Parquet is not worth expanding: it may be gigabytes of anything.
            if (head.AsSpan().SequenceEqual("PAR1"u8)) await content.CopyToAsync(copy, cancellation);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
