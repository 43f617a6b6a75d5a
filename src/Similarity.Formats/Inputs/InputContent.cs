using ZstdSharp;

namespace Similarity.Formats;

/// <summary>
/// The content of an input that is compressed or comes from a pipe. Damaged compressed data end it early, with
/// the reason in <see cref="Damage"/>, instead of throwing through every reader: what was read before stays.
/// </summary>
internal sealed class InputContent : ForwardStream
{
    private readonly CountingStream _stored;
    private readonly Stream _content;
    private byte[] _ahead = [];

    public InputContent(Stream stored, Compression compression)
    {
        _stored = new CountingStream(stored);
        _content = compression switch
        {
            Compression.Gzip => new GzipContentStream(_stored),
            Compression.Zstd => new DecompressionStream(_stored, leaveOpen: false),
            _ => _stored,
        };
    }

    /// <summary>Why the content ended before its end, once it did.</summary>
    public string? Damage { get; private set; }

    /// <summary>How far <paramref name="content"/> has been read as stored, in bytes, where that is known.</summary>
    public static long StoredPositionOf(Stream content) => content switch
    {
        InputContent input => input._stored.Count,
        { CanSeek: true } => content.Position,
        _ => 0,
    };

    /// <summary>Why <paramref name="content"/> ended before its end; <see langword="null"/> where it did not.</summary>
    public static string? DamageOf(Stream content) => (content as InputContent)?.Damage;

    public override int Read(Span<byte> buffer)
    {
        if (_ahead.Length == 0) return ReadContent(buffer);
        var count = Math.Min(buffer.Length, _ahead.Length);
        _ahead.AsSpan(0, count).CopyTo(buffer);
        _ahead = _ahead[count..];
        return count;
    }

    /// <summary>The first bytes, fewer than <paramref name="count"/> only at the end, left in place for <see cref="Read(Span{byte})"/>.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var ahead = new byte[count];
        var length = 0;
        while (length < count && Read(ahead.AsSpan(length)) is > 0 and var read) length += read;
        _ahead = ahead[..length];
        return _ahead;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The decompressor's one word for damage of any kind speaks of unsupported methods.</summary>
    private static string Explain(Exception damage) =>
        damage.Message.Contains("unsupported compression method", StringComparison.Ordinal) ? "they do not decompress" : damage.Message.TrimEnd('.');

    private int ReadContent(Span<byte> buffer)
    {
        if (Damage is not null) return 0;
        try
        {
            return _content.Read(buffer);
        }
        catch (Exception damage) when (damage is InvalidDataException or ZstdException or EndOfStreamException)
        {
            Damage = damage is EndOfStreamException ? "the compressed data are cut off" : $"the compressed data are damaged or cut off: {Explain(damage)}";
            return 0;
        }
    }
}
