namespace Similarity.Formats;

/// <summary>A stream followed by a mark, and whether reading has come to the mark.</summary>
internal sealed class EndMarkedStream(Stream stored, ReadOnlyMemory<byte> mark) : ForwardStream
{
    private ReadOnlyMemory<byte> _mark = mark;
    private bool _any;
    private long _zeros;

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
            Note(buffer[..read]);
            if (read > 0 || buffer.IsEmpty) return read;
            Ended = true;
        }
        var count = Math.Min(buffer.Length, _mark.Length);
        _mark.Span[..count].CopyTo(buffer);
        _mark = _mark[count..];
        return count;
    }

    /// <summary>Reads on to the end of the stream itself and says how many zeros it ends in.</summary>
    public long ReadTrailingZeros()
    {
        var rest = new byte[1 << 13];
        while (stored.Read(rest) is > 0 and var read) Note(rest.AsSpan(0, read));
        return _zeros;
    }

    private void Note(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOfAnyExcept((byte)0);
        _zeros = last < 0 ? _zeros + bytes.Length : bytes.Length - 1 - last;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stored.Dispose();
        base.Dispose(disposing);
    }
}
