using System.Globalization;

namespace Similarity.FastText;

/// <summary>
/// Writes a <c>.vec</c> file as the original program does, word by word: five significant digits, and a space after each.
/// </summary>
/// <remarks>For one thread. The stream is left open. Disposal writes what is still held back.</remarks>
public sealed class VectorFileWriter : IDisposable
{
    private const int NumberBytes = 16; // Of a sign, five digits, a point, an exponent, a space.

    private readonly Stream _stream;
    private readonly int _dimension;
    private readonly int _count;
    private byte[] _buffer = new byte[1 << 16];
    private int _length;
    private int _written;

    /// <summary>Writes the first line.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="count">How many words will be written.</param>
    /// <param name="dimension">Floats a vector, 1 to <see cref="ModelArguments.MaxDimension"/>.</param>
    public VectorFileWriter(Stream stream, int count, int dimension)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (dimension is < 1 or > ModelArguments.MaxDimension)
        {
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"A vector has from 1 to {ModelArguments.MaxDimension} dimensions.");
        }
        (_stream, _count, _dimension) = (stream, count, dimension);
        Append(count, "");
        Append((byte)' ');
        Append(dimension, "");
        Append((byte)'\n');
    }

    /// <summary>Writes a word.</summary>
    /// <param name="word">UTF-8 without a space, a newline or a NUL, at which a reader would end it.</param>
    /// <param name="vector">As many finite floats as said.</param>
    /// <exception cref="ArgumentException">The word or the vector cannot be read again.</exception>
    /// <exception cref="InvalidOperationException">All words were written.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> word, ReadOnlySpan<float> vector)
    {
        if (_written == _count) throw new InvalidOperationException($"All {_count} words were written.");
        if (word.IsEmpty || word.IndexOfAny(" \n\0"u8) >= 0) throw new ArgumentException($"Word {_written} is empty or has a space, a newline or a NUL.", nameof(word));
        if (vector.Length != _dimension) throw new ArgumentException($"Word {_written}: expected {_dimension} dimensions, found {vector.Length}.", nameof(vector));
        foreach (var value in vector)
        {
            if (!float.IsFinite(value)) throw new ArgumentException($"Word {_written}: {value} is not a finite number.", nameof(vector));
        }
        Reserve(word.Length);
        word.CopyTo(_buffer.AsSpan(_length));
        _length += word.Length;
        Append((byte)' ');
        foreach (var value in vector)
        {
            Append(value, "g5");
            Append((byte)' ');
        }
        Append((byte)'\n');
        _written++;
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();

    private void Append(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Append<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Reserve(NumberBytes);
        _ = value.TryFormat(_buffer.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count) return;
        Flush();
        if (_buffer.Length < count) _buffer = new byte[count];
    }

    private void Flush()
    {
        _stream.Write(_buffer.AsSpan(0, _length));
        _length = 0;
    }
}
