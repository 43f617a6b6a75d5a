namespace Similarity.Formats;

/// <summary>Counts the bytes read through it, for progress in inputs that do not know their position.</summary>
internal sealed class CountingStream(Stream stored) : ForwardStream
{
    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = stored.Read(buffer);
        Count += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stored.Dispose();
        base.Dispose(disposing);
    }
}
