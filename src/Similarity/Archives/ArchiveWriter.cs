using System.Buffers.Binary;
using System.IO.Hashing;

namespace Similarity;

/// <summary>Writes the parts of an archive, little-endian, and a checksum of all of them at the end.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ArchiveWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly XxHash3 _hash = new();
    private int _count;

    public void Byte(byte value)
    {
        if (_count == _buffer.Length) Flush();
        _buffer[_count++] = value;
    }

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow (LEB128).</summary>
    public void Number(long value)
    {
        var left = (ulong)value;
        for (; left >= 0x80; left >>= 7) Byte((byte)(left | 0x80));
        Byte((byte)left);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Raw(bytes);
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_count == _buffer.Length) Flush();
            var some = Math.Min(bytes.Length, _buffer.Length - _count);
            bytes[..some].CopyTo(_buffer.AsSpan(_count));
            _count += some;
            bytes = bytes[some..];
        }
    }

    public void Fixed(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        Raw(bytes);
    }

    public void Double(double value) => Fixed(BitConverter.DoubleToUInt64Bits(value));

    public void Float(float value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        Raw(bytes);
    }

    /// <summary>Writes the checksum and what is buffered.</summary>
    public void Complete()
    {
        Flush();
        Fixed(_hash.GetCurrentHashAsUInt64());
        Flush();
    }

    private void Flush()
    {
        var written = _buffer.AsSpan(0, _count);
        _hash.Append(written);
        stream.Write(written);
        _count = 0;
    }
}
