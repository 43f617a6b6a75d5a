using System.Buffers;
using System.Buffers.Binary;

namespace Similarity.Storage;

/// <summary>Writes a value of the store: little-endian numbers, and small ones in seven bits a byte.</summary>
/// <remarks>Not thread-safe. Cleared and filled again, it does not allocate but for the result.</remarks>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public int Length => _bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void UInt128(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.GetSpan(16), value);
        _bytes.Advance(16);
    }

    /// <summary>A number of seven bits a byte, the lowest first.</summary>
    public void Number(ulong value)
    {
        var space = _bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) space[length++] = (byte)(value | 0x80);
        space[length++] = (byte)value;
        _bytes.Advance(length);
    }

    public void Number(int value) => Number((ulong)(uint)value);

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Bytes behind their number.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Number(utf8.Length);
        Bytes(utf8);
    }
}
