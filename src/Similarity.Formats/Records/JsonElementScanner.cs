using System.Buffers;

namespace Similarity.Formats;

/// <summary>
/// Finds the objects of a JSON array, or of JSON texts one after the other, in bytes that come piece by piece. It knows
/// only strings, escapes and depth, which is all it takes to find where an object ends; what is inside is the parser's
/// business. Depth is a number and not a stack, so that no nesting can exhaust anything.
/// </summary>
internal sealed class JsonElementScanner(ReadOptions options)
{
    private const int FaultsInBlock = 1024;
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]\r\n"u8);

    private State _state;
    private bool _inArray;
    private bool _inString;
    private bool _escaped;
    private int _depth;
    private long _line = 1;

    // Of the object that is being read:
    private long _startLine;
    private int _start;
    private long _size;
    private bool _stringIsBroken;

    private enum State
    {
        Between,
        Object,
        Other,
    }

    /// <summary>
    /// Takes from <paramref name="input"/> what fits <paramref name="block"/> and returns how much that was; less than
    /// all of it means that the block is full and ends between two objects.
    /// </summary>
    public int Scan(ReadOnlySpan<byte> input, RecordBlock block)
    {
        var position = 0;
        while (position < input.Length)
        {
            if (_state is State.Object) position += ScanObject(input[position..], block);
            else if (block.Length >= options.BlockBytes || block.Faults.Count >= FaultsInBlock) break;
            else if (_state is State.Other) position += ScanOther(input[position]);
            else position += ScanBetween(input[position], block);
        }
        return position;
    }

    /// <summary>Reports what the end of the input leaves open.</summary>
    public void Finish(RecordBlock block, string? damage)
    {
        if (_state is State.Object) block.Retract(block.Length - _start);
        if (damage is not null) block.Faults.Add(RecordFault.Damaged(_line, damage));
        else if (_state is State.Object)
        {
            var inside = _inString ? "inside one of its strings" : "before it is closed";
            block.Faults.Add(new RecordFault(_startLine, null, $"The file ends in the object that begins here, {inside}.", RejectOutcome.Abandoned));
        }
        else if (_inString) block.Faults.Add(new RecordFault(_startLine, null, "The file ends inside a string that begins here.", RejectOutcome.Abandoned));
        else if (_inArray) block.Faults.Add(new RecordFault(_line, null, "The file ends before its array is closed; what followed is missing.", RejectOutcome.Abandoned));
    }

    private int ScanBetween(byte next, RecordBlock block)
    {
        switch (next)
        {
            case (byte)'\n':
                _line++;
                return 1;
            case (byte)' ' or (byte)'\t' or (byte)'\r':
            case (byte)',' when _inArray:
                return 1;
            case (byte)']' when _inArray:
                _inArray = false;
                return 1;
            case (byte)'[' when !_inArray:
                _inArray = true;
                return 1;
            case (byte)'{':
                (_state, _start, _startLine) = (State.Object, block.Length, _line);
                (_size, _stringIsBroken) = (0, false);
                return 0;
            default:
                (_state, _startLine) = (State.Other, _line);
                var reason = _inArray ? "An element of the array is not an object." : "Found something else where an object was expected.";
                block.Faults.Add(new RecordFault(_line, null, reason));
                return 0;
        }
    }

    /// <summary>Passes over what is not an object: up to the next one, or to the comma or bracket behind it.</summary>
    private int ScanOther(byte next)
    {
        if (next == '\n') _line++;
        if (_inString)
        {
            if (_escaped) _escaped = false;
            else if (next == '\\') _escaped = true;
            else if (next == '"') _inString = false;
            return 1;
        }
        switch (next)
        {
            case (byte)'"':
                (_inString, _startLine) = (true, _line);
                return 1;
            case (byte)'\n' when _depth == 0 && !_inArray:
            case (byte)',' when _depth == 0:
                _state = State.Between;
                return 1;
            case (byte)'{' when _depth == 0:
            case (byte)'[' when _depth == 0 && !_inArray:
            case (byte)']' when _depth == 0 && _inArray:
                _state = State.Between;
                return 0;
            case (byte)'{' or (byte)'[':
                _depth++;
                return 1;
            case (byte)'}' or (byte)']':
                _depth = Math.Max(0, _depth - 1);
                return 1;
            default:
                return 1;
        }
    }

    private int ScanObject(ReadOnlySpan<byte> input, RecordBlock block)
    {
        var position = 0;
        while (position < input.Length)
        {
            if (_escaped)
            {
                _escaped = false;
                if (input[position] != '\n')
                {
                    Append(input.Slice(position++, 1), block);
                    continue;
                }
            }
            var run = input[position..].IndexOfAny(_inString ? InString : Structure);
            if (run < 0) run = input.Length - position;
            Append(input.Slice(position, run), block);
            position += run;
            if (position < input.Length && Take(input[position++], block)) break;
        }
        return position;
    }

    /// <summary>Takes one byte that matters inside an object; says whether it ends the object.</summary>
    private bool Take(byte next, RecordBlock block)
    {
        var isLineBreak = next is (byte)'\r' or (byte)'\n';
        if (next == '\n')
        {
            _line++;
            _stringIsBroken |= _inString;
        }
        Append(isLineBreak ? " "u8 : [next], block);
        if (next == '"') _inString = !_inString;
        else if (next == '\\') _escaped = true;
        else if (!_inString && next is (byte)'{' or (byte)'[') _depth++;
        else if (!_inString && next is (byte)'}' or (byte)']' && --_depth == 0)
        {
            Complete(block);
            return true;
        }
        return false;
    }

    private void Append(ReadOnlySpan<byte> bytes, RecordBlock block)
    {
        var fitted = _size <= options.MaxRecordBytes;
        _size += bytes.Length;
        if (_size <= options.MaxRecordBytes)
        {
            bytes.CopyTo(block.FreeSpace(bytes.Length).Span);
            block.Advance(bytes.Length);
        }
        else if (fitted) block.Retract(block.Length - _start);
    }

    private void Complete(RecordBlock block)
    {
        _state = State.Between;
        if (_size > options.MaxRecordBytes) block.Faults.Add(RecordFault.TooLong(_startLine, _size, options.MaxRecordBytes));
        else if (_stringIsBroken)
        {
            block.Retract(block.Length - _start);
            block.Faults.Add(new RecordFault(_startLine, null, "A string of the object that begins here goes over the end of its line."));
        }
        else
        {
            block.Records.Add(new RecordSpan(_start, (int)_size, _startLine));
            block.FreeSpace(1).Span[0] = (byte)'\n';
            block.Advance(1);
        }
    }
}
