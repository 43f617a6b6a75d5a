using System.IO.Compression;

namespace Similarity.Formats;

/// <summary>
/// Decompresses gzip members and notices when the last one is cut off, which <see cref="GZipStream"/> takes for an
/// ordinary end unless a switch for the whole process says otherwise.
/// </summary>
/// <remarks>
/// After the last stored byte one more member with known content is appended. It comes out again exactly when the
/// members before it were complete. <see cref="GZipStream"/> asks for stored bytes only when it has given all that it can
/// make of the earlier ones, so that whatever comes out afterwards belongs to the appended member, or is nonsense
/// that a cut made of it, and never reaches the reader.
/// </remarks>
internal sealed class GzipContentStream : ForwardStream
{
    private static readonly byte[] EndMark = "the end"u8.ToArray();
    private static readonly byte[] EndMember = Compress(EndMark);

    /// <summary>More zeros than a member can end in, whose last bytes are its length.</summary>
    private const int LeastPadding = 8;

    private readonly EndMarkedStream _stored;
    private readonly GZipStream _decompressed;
    private bool _ended;

    public GzipContentStream(Stream stored)
    {
        _stored = new EndMarkedStream(stored, EndMember);
        _decompressed = new GZipStream(_stored, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The data are damaged.</exception>
    /// <exception cref="EndOfStreamException">The data are cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        var count = _decompressed.Read(buffer);
        if (count > 0 && !_stored.Ended) return count;

        _ended = true;
        if (count == 0 && !_stored.Ended)
        {
            // It stopped at something that is no member: the zeros that tapes are padded with, or damage.
            if (_stored.ReadTrailingZeros() < LeastPadding) throw new InvalidDataException("What follows the last complete part is not gzip.");
            return 0;
        }
        if (_stored.IsEmpty || (_stored.Ended && !IsEndMark(buffer[..count])))
        {
            throw new EndOfStreamException("The gzip data are cut off.");
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _decompressed.Dispose();
        base.Dispose(disposing);
    }

    private bool IsEndMark(ReadOnlySpan<byte> start)
    {
        Span<byte> found = stackalloc byte[EndMark.Length + 1];
        if (start.Length > EndMark.Length) return false;
        start.CopyTo(found);
        var length = start.Length + _decompressed.ReadAtLeast(found[start.Length..], found.Length - start.Length, throwOnEndOfStream: false);
        return found[..length].SequenceEqual(EndMark);
    }

    private static byte[] Compress(byte[] content)
    {
        var member = new MemoryStream();
        using (var stream = new GZipStream(member, CompressionLevel.Fastest)) stream.Write(content);
        return member.ToArray();
    }
}
