namespace Similarity.Formats;

/// <summary>A stream followed by a mark, and whether reading has come to the mark.</summary>
internal sealed class EndMarkedStream(Stream stored, ReadOnlyMemory<byte> mark) : ForwardStream
{
    private ReadOnlyMemory<byte> _mark = mark;
    private bool _any;

    /// <summary>Whether the stream itself has been read to its end.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether it ended without a single byte.</summary>
    public bool IsEmpty => Ended && !_any;

    public override int Read(Span<byte> buffer)
    {
        if (!Ended)
        {
            var read = stored.Read(buffer);
            _any |= read > 0;
            if (read > 0 || buffer.IsEmpty) return read;
            Ended = true;
        }
        var count = Math.Min(buffer.Length, _mark.Length);
        _mark.Span[..count].CopyTo(buffer);
        _mark = _mark[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stored.Dispose();
        base.Dispose(disposing);
    }
}
