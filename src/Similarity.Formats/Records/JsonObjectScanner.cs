using System.Buffers;
using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// Walks the properties of one JSON object several times faster than <see cref="Utf8JsonReader"/>, by looking for the
/// ends of strings and nothing else: the bytes of an article are nearly all inside them.
/// </summary>
/// <remarks>
/// It gives up on anything that is not plainly in order, and on what it need not understand. Whoever uses it then reads
/// the record again with <see cref="Utf8JsonReader"/>, which either accepts it or says what is wrong.
/// </remarks>
internal ref struct JsonObjectScanner(ReadOnlySpan<byte> json)
{
    /// <summary>What ends a plain run of string content.</summary>
    private static readonly SearchValues<byte> StringSigns =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(control => (byte)control)]);

    private static readonly SearchValues<byte> NumberEnds = SearchValues.Create(" \t\r\n,}"u8);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;
    private bool _begun;

    /// <summary>Whether the object turned out to need a full reader.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The name of the current property, without quotes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The current value: of a string what is between the quotes, of anything else all of it.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>What the current value is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>Whether the current string has escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Goes to the next property; false at the end of the object, or where it gives up.</summary>
    public bool Next()
    {
        SkipWhiteSpace();
        if (!_begun)
        {
            _begun = true;
            if (!Take('{')) return GiveUp();
            SkipWhiteSpace();
            if (Take('}')) return End();
        }
        else if (Take('}'))
        {
            return End();
        }
        else
        {
            if (!Take(',')) return GiveUp();
            SkipWhiteSpace();
        }
        if (!TakeString() || IsEscaped) return GiveUp();
        Name = Value;
        SkipWhiteSpace();
        if (!Take(':')) return GiveUp();
        SkipWhiteSpace();
        return TakeValue() || GiveUp();
    }

    private bool End()
    {
        SkipWhiteSpace();
        return _at != _json.Length && GiveUp();
    }

    private bool GiveUp()
    {
        GaveUp = true;
        return false;
    }

    private bool Take(char sign)
    {
        if (_at >= _json.Length || _json[_at] != sign) return false;
        _at++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _at++;
    }

    private bool TakeValue()
    {
        if (_at >= _json.Length) return false;
        switch (_json[_at])
        {
            case (byte)'"':
                Type = JsonTokenType.String;
                return TakeString();
            case (byte)'n':
                return TakeLiteral("null"u8, JsonTokenType.Null);
            case (byte)'t':
                return TakeLiteral("true"u8, JsonTokenType.True);
            case (byte)'f':
                return TakeLiteral("false"u8, JsonTokenType.False);
            case (byte)'{':
                return TakeNested(JsonTokenType.StartObject);
            case (byte)'[':
                return TakeNested(JsonTokenType.StartArray);
            default:
                return TakeNumber();
        }
    }

    /// <summary>The string that begins here. Escapes are checked where they are decoded, or here where they are not.</summary>
    private bool TakeString()
    {
        if (!Take('"')) return false;
        var start = _at;
        IsEscaped = false;
        while (true)
        {
            var run = _json[_at..].IndexOfAny(StringSigns);
            if (run < 0) return false;
            _at += run;
            switch (_json[_at])
            {
                case (byte)'"':
                    Value = _json[start.._at];
                    _at++;
                    return true;
                case (byte)'\\':
                    var size = JsonEscapes.SizeOf(_json[_at..]);
                    if (size == 0) return false;
                    IsEscaped = true;
                    _at += size;
                    break;
                default:
                    return false;
            }
        }
    }

    private bool TakeLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        if (!_json[_at..].StartsWith(literal)) return false;
        Value = literal;
        Type = type;
        _at += literal.Length;
        return true;
    }

    /// <summary>Numbers and nested values are rare and short: a full reader checks and measures them.</summary>
    private bool TakeNumber()
    {
        var rest = _json[_at..];
        var length = rest.IndexOfAny(NumberEnds);
        if (length <= 0) return false;
        Type = JsonTokenType.Number;
        return TakeChecked(rest[..length]);
    }

    private bool TakeNested(JsonTokenType type)
    {
        Type = type;
        return TakeChecked(_json[_at..]);
    }

    private bool TakeChecked(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            if (!reader.Read() || !reader.TrySkip()) return false;
            Value = value[..(int)reader.BytesConsumed];
            _at += Value.Length;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
