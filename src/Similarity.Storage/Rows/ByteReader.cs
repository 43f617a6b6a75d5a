using System.Buffers.Binary;

namespace Similarity.Storage;

/// <summary>Reads what a <see cref="ByteWriter"/> wrote.</summary>
/// <exception cref="InvalidDataException">The value is shorter than what it says it holds.</exception>
internal ref struct ByteReader(ReadOnlySpan<byte> row)
{
    private ReadOnlySpan<byte> _left = row;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public readonly int Left => _left.Length;

    public byte Byte() => Bytes(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Bytes(16));

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var some = Byte();
            value |= (ulong)(some & 0x7F) << shift;
            if (some < 0x80) return value;
        }
        throw new InvalidDataException("A value of the index is damaged: a number does not end.");
    }

    public int Int() => (int)Number();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)_left.Length) throw new InvalidDataException($"A value of the index is damaged: {count} bytes are expected where {_left.Length} are.");
        var bytes = _left[..count];
        _left = _left[count..];
        return bytes;
    }

    public ReadOnlySpan<byte> Text() => Bytes(Int());
}
