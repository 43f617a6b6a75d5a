using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// Reads the parts of an archive that anybody may have written: every number is checked against its range, and nothing is
/// allocated for a count before the bytes that it needs were there.
/// </summary>
/// <remarks>Not thread-safe. Throws <see cref="InvalidDataException"/> for what no archive holds.</remarks>
internal sealed class ArchiveReader(Stream stream)
{
    /// <summary>What an array of bytes can hold.</summary>
    private const int MostBytes = 0x7FFFFFC7;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly XxHash3 _hash = new();
    private int _at;
    private int _end;

    public byte Byte()
    {
        if (_at == _end) Fill();
        return _buffer[_at++];
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long Number(long least, long most, string what)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            if (shift > 63 || (shift == 63 && next > 1)) throw Damaged($"{what} is no number");
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) break;
        }
        var number = (long)value;
        return number >= least && number <= most ? number : throw Damaged(FormattableString.Invariant($"{what} is {number}; from {least} to {most} is expected"));
    }

    /// <summary>A count of something, or an index below <paramref name="most"/> + 1.</summary>
    public int Count(string what, int most = MostBytes) => (int)Number(0, most, what);

    public byte[] Bytes(string what, int most = MostBytes)
    {
        var length = Count(what, most);
        var bytes = new byte[Math.Min(length, _buffer.Length)];
        for (var read = 0; read < length;)
        {
            if (read == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(length, bytes.Length * 2L));
            read += Some(bytes.AsSpan(read));
        }
        return bytes;
    }

    public void Raw(Span<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[Some(bytes)..];
    }

    [SkipLocalsInit]
    public ulong Fixed()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        Raw(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, and no NaN.</summary>
    public double Double(double least, double most, string what)
    {
        var value = BitConverter.UInt64BitsToDouble(Fixed());
        return value >= least && value <= most ? value : throw Damaged(FormattableString.Invariant($"{what} is {value}; from {least} to {most} is expected"));
    }

    /// <inheritdoc cref="Double"/>
    public float Float(float least, float most, string what)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        Raw(bytes);
        var value = BinaryPrimitives.ReadSingleLittleEndian(bytes);
        return value >= least && value <= most ? value : throw Damaged(FormattableString.Invariant($"{what} is {value}; from {least} to {most} is expected"));
    }

    /// <summary>Makes sure that all that was read is what was written, and nothing follows.</summary>
    public void Complete()
    {
        _hash.Append(_buffer.AsSpan(0, _at));
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        var computed = _hash.GetCurrentHashAsUInt64();
        if (Fixed() != computed) throw Damaged("its checksum is another");
        if (_at < _end || stream.Read(_buffer) > 0) throw Damaged("something follows its end");
    }

    /// <summary>What to throw for an archive that holds what none can.</summary>
    public static InvalidDataException Damaged(string what) => new($"is damaged: {what}");

    private int Some(Span<byte> bytes)
    {
        if (_at == _end) Fill();
        var some = Math.Min(bytes.Length, _end - _at);
        _buffer.AsSpan(_at, some).CopyTo(bytes);
        _at += some;
        return some;
    }

    private void Fill()
    {
        _hash.Append(_buffer.AsSpan(0, _end));
        (_at, _end) = (0, stream.Read(_buffer));
        if (_end == 0) throw Damaged("it ends early");
    }
}
