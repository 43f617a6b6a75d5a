namespace Similarity.Formats.Tests;

/// <summary>A long run of one byte between a beginning and an end, made while it is read.</summary>
internal sealed class EndlessLine(ReadOnlyMemory<byte> beginning, byte filler, long count, ReadOnlyMemory<byte> end) : ForwardStream
{
    private ReadOnlyMemory<byte> _beginning = beginning;
    private long _left = count;
    private ReadOnlyMemory<byte> _end = end;

    public override int Read(Span<byte> buffer)
    {
        if (!_beginning.IsEmpty) return Take(ref _beginning, buffer);
        if (_left == 0) return Take(ref _end, buffer);
        var taken = (int)Math.Min(buffer.Length, _left);
        buffer[..taken].Fill(filler);
        _left -= taken;
        return taken;
    }

    private static int Take(ref ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, bytes.Length);
        bytes.Span[..taken].CopyTo(buffer);
        bytes = bytes[taken..];
        return taken;
    }
}
