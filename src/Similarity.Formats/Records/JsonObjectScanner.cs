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
/// <param name="json">The record.</param>
/// <param name="lookup">What names are used for.</param>
/// <param name="shape">What earlier records had between their values.</param>
internal ref struct JsonObjectScanner(ReadOnlySpan<byte> json, FieldLookup lookup, RecordShape shape)
{
    private static readonly SearchValues<byte> NumberEnds = SearchValues.Create(" \t\r\n,}"u8);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;
    private int _lead;
    private int _number;
    private bool _inString;

    /// <summary>Whether the object turned out to need a full reader.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The name of the current property, without quotes.</summary>
    public readonly ReadOnlySpan<byte> Name
    {
        get
        {
            var name = _json[(_lead + _json[_lead..].IndexOf((byte)'"') + 1)..];
            return name[..name.IndexOf((byte)'"')];
        }
    }

    /// <summary>What the current property is used for; empty where it is none of ours.</summary>
    public FieldLookup.Use[] Uses { get; private set; } = [];

    /// <summary>All of the current value where it is not a string.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>What the current value is.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>
    /// Decodes the current value, a string, to <paramref name="target"/>, which has <see cref="LongestString"/> bytes; false
    /// where it gives up.
    /// </summary>
    public bool Decode(Span<byte> target, out int length)
    {
        var end = JsonStrings.Decode(_json, _at, target, out length);
        _inString = false;
        _at = end + 1;
        return end != JsonStrings.Fault || GiveUp();
    }

    /// <summary>Room for the current value, a string, whatever its length.</summary>
    public readonly int LongestString => _json.Length - _at + JsonStrings.Slack;

    /// <summary>Goes to the next property; false at the end of the object, or where it gives up.</summary>
    public bool Next()
    {
        if (GaveUp || (_inString && !SkipString())) return GiveUp();
        _lead = _at;
        return Follow() || Read();
    }

    /// <summary>Goes to the next property where the shape has it, a string.</summary>
    private bool Follow()
    {
        var length = shape.LeadAt(_json, _at, _number);
        if (length == 0) return false;
        _at += length;
        Uses = shape.UsesOf(_number++);
        Type = JsonTokenType.String;
        Value = default;
        return _inString = true;
    }

    private bool Read()
    {
        SkipWhiteSpace();
        if (_number == 0)
        {
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
        if (!TakeName()) return GiveUp();
        SkipWhiteSpace();
        if (!Take(':')) return GiveUp();
        SkipWhiteSpace();
        if (!TakeValue()) return GiveUp();
        Uses = lookup[Name];
        if (_inString) shape.Learn(_number, _json[_lead.._at], Uses);
        _number++;
        return true;
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
                Value = default;
                _at++;
                return _inString = true;
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

    private bool SkipString()
    {
        var end = JsonStrings.EndOf(_json, _at);
        _inString = false;
        _at = end + 1;
        return end != JsonStrings.Fault;
    }

    /// <summary>A name is short, and one with escapes is left to the full reader.</summary>
    private bool TakeName()
    {
        if (!Take('"')) return false;
        while (_at < _json.Length && _json[_at] is not ((byte)'"' or (byte)'\\' or < (byte)' ')) _at++;
        return Take('"');
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
