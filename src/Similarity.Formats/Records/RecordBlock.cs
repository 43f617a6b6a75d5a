using System.Buffers;

namespace Similarity.Formats;

/// <summary>
/// Some consecutive records of one input, each one JSON object on a line of its own. Whatever the input's
/// format, this is what leaves its reader, so that everything to the right knows JSON Lines only.
/// </summary>
/// <remarks>Rents its memory: the consumer disposes it.</remarks>
internal sealed class RecordBlock : IDisposable
{
    private byte[] _bytes;

    public RecordBlock(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes used: the records with their line feeds, and whatever the input had between them.</summary>
    public int Length { get; private set; }

    /// <summary>Where the block starts in an input that can be read again in place; otherwise −1.</summary>
    public long FileOffset { get; init; } = -1;

    /// <summary>The records, in input order.</summary>
    public List<RecordSpan> Records { get; } = [];

    /// <summary>What could not be read on the way here, and why.</summary>
    public List<RecordFault> Faults { get; } = [];

    /// <summary>How far the reader has come in the input as stored, in bytes, for progress.</summary>
    public long InputPosition { get; set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> this[RecordSpan record] => _bytes.AsSpan(record.Start, record.Length);

    /// <summary>Appends one record, given without a line feed, that began on <paramref name="line"/> of the input.</summary>
    public void Add(ReadOnlySpan<byte> json, long line)
    {
        EnsureSpace(json.Length + 1);
        json.CopyTo(_bytes.AsSpan(Length));
        Records.Add(new RecordSpan(Length, json.Length, line));
        Length += json.Length;
        _bytes[Length++] = (byte)'\n';
    }

    /// <summary>Room after the used bytes, for a reader that fills the block itself.</summary>
    public Memory<byte> FreeSpace(int atLeast)
    {
        EnsureSpace(atLeast);
        return _bytes.AsMemory(Length);
    }

    /// <summary>Counts <paramref name="count"/> bytes of <see cref="FreeSpace"/> as used.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Gives back the last <paramref name="count"/> used bytes.</summary>
    public void Retract(int count) => Length -= count;

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private void EnsureSpace(int size)
    {
        if (_bytes.Length - Length >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length * 2, Length + size));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
