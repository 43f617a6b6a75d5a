using System.Globalization;

namespace Similarity.FastText;

/// <summary>
/// Reads the words and vectors of a <c>.vec</c> file one after the other:
/// <code>
/// count dimension
/// word v1 ... vdimension
/// </code>
/// Numbers are written as in English, whatever the machine's language. Only spaces (U+0020) separate: words can hold no-break spaces.
/// A space or a carriage return at the end of a line is passed over.
/// </summary>
/// <remarks>For one thread. The stream is left open. Memory grows with the longest line.</remarks>
public sealed class VectorFileReader
{
    private const int MostLineBytes = 1 << 24;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly Stream _stream;
    private readonly float[] _vector;
    private byte[] _buffer = new byte[1 << 16];
    private int _start; // Of the next line in the buffer.
    private int _end; // Of what was read into the buffer.
    private long _lineOffset; // Of the last line in the file.
    private long _nextOffset;
    private Range _word;

    /// <summary>Reads the first line.</summary>
    /// <exception cref="ModelFormatException">It does not have a count and a dimension.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public VectorFileReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        if (!TryReadLine(out var line)) throw Wrong("the file is empty");
        var text = _buffer.AsSpan(line);
        var space = text.IndexOf((byte)' ');
        if (space < 0
            || !int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(text[(space + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var dimension))
        {
            throw Wrong("the first line is not a count and a dimension");
        }
        if (dimension is < 1 or > ModelArguments.MaxDimension) throw Wrong($"the dimension is {dimension}, not from 1 to {ModelArguments.MaxDimension}");
        (Count, Dimension, _vector) = (count, dimension, new float[dimension]);
    }

    /// <summary>How many words the file says that it has.</summary>
    public int Count { get; }

    /// <summary>Floats a vector.</summary>
    public int Dimension { get; }

    /// <summary>How many words were read.</summary>
    public int Position { get; private set; }

    /// <summary>The UTF-8 of the last word that was read; valid until the next one.</summary>
    public ReadOnlySpan<byte> Word => _buffer.AsSpan(_word);

    /// <summary>The vector of that word, of finite numbers; valid until the next one.</summary>
    public ReadOnlySpan<float> Vector => _vector;

    /// <summary>Reads the next word.</summary>
    /// <returns>False after the last one.</returns>
    /// <exception cref="ModelFormatException">A line is damaged, or there are not as many as the file says.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Read()
    {
        if (!TryReadLine(out var range))
        {
            return Position == Count ? false : throw Wrong($"the file ends after {Position} of {Count} words");
        }
        if (Position == Count) throw Wrong($"there are more than {Count} words");
        var line = _buffer.AsSpan(range);
        var length = line.IndexOf((byte)' ');
        if (length <= 0) throw Wrong(line.IsEmpty ? "the line is empty" : "the line has no word, or nothing but a word");
        if (line[..length].Contains((byte)0)) throw Wrong("the word has a NUL, which words of models cannot have");
        var (start, _) = range.GetOffsetAndLength(_buffer.Length);
        _word = start..(start + length);
        ReadVector(line[(length + 1)..]);
        Position++;
        return true;
    }

    private void ReadVector(ReadOnlySpan<byte> numbers)
    {
        for (var i = 0; i < Dimension; i++)
        {
            if (numbers.IsEmpty) throw Wrong($"the line has {i} numbers, not {Dimension}");
            var end = numbers.IndexOf((byte)' ');
            var number = end < 0 ? numbers : numbers[..end];
            if (!float.TryParse(number, Style, CultureInfo.InvariantCulture, out _vector[i]) || !float.IsFinite(_vector[i]))
            {
                throw Wrong($"value {i + 1} of the line is no finite number");
            }
            numbers = end < 0 ? default : numbers[(end + 1)..];
        }
        if (!numbers.IsEmpty) throw Wrong($"the line has more than {Dimension} numbers");
    }

    /// <summary>The next line in the buffer, without its end and one space before it.</summary>
    private bool TryReadLine(out Range line)
    {
        _lineOffset = _nextOffset;
        var seen = 0;
        int newline;
        while ((newline = _buffer.AsSpan((_start + seen).._end).IndexOf((byte)'\n')) < 0)
        {
            seen = _end - _start;
            if (Fill()) continue;
            if (seen == 0)
            {
                line = default;
                return false;
            }
            newline = 0; // The last line may lack its end.
            break;
        }
        var length = seen + newline;
        line = _start..(_start + TrimmedLength(_buffer.AsSpan(_start, length)));
        var passed = Math.Min(length + 1, _end - _start);
        _start += passed;
        _nextOffset += passed;
        return true;
    }

    private static int TrimmedLength(ReadOnlySpan<byte> line)
    {
        if (line.EndsWith("\r"u8)) line = line[..^1];
        return line.EndsWith(" "u8) ? line.Length - 1 : line.Length;
    }

    /// <summary>Reads more behind what the buffer holds of a line.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_end >= MostLineBytes) throw Wrong($"the line has more than {MostLineBytes} bytes");
            Array.Resize(ref _buffer, 2 * _end);
        }
        var read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private ModelFormatException Wrong(string what) => new(_lineOffset, what);
}
