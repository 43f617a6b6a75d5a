using System.Text;
using System.Text.Json;
using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class JsonObjectScannerTests
{
    private static readonly Gen<string> Pieces = Gen.Int[0, 27].Select(i => new[]
    {
        "{", "}", "[", "]", ":", ",", "\"", "\"name\"", "\"body\":", "\"a\\nb\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\\", "\\u12",
        "1", "-2.5e3", "-", "01", "null", "true", "fals", " ", "\n", "\"é\"", "\u0001", "\"x\":\"y\"", "\"z\":[1,{\"q\":\"]\"}]",
    }[i]);

    [Fact]
    public void What_it_accepts_it_reads_like_the_full_reader() => Pieces.Array[0, 14].Sample(
        pieces =>
        {
            foreach (var text in new[] { string.Concat(pieces), $"{{\"k\":\"v\"{string.Concat(pieces)}}}", $"{{{string.Concat(pieces)}}}" })
            {
                var json = Encoding.UTF8.GetBytes(text);
                if (Scan(json) is { } found) Assert.Equal(Expect(json), found);
            }
        },
        iter: 20_000);

    [Theory]
    [InlineData("{}")]
    [InlineData(" { } ")]
    [InlineData("{\"a\":\"b\"}")]
    [InlineData("{ \"a\" : \"b\\n\\u00e9\\\\\\/\" , \"c\":null,\"d\":-1.5e+3,\"e\":true,\"f\":false , \"g\":{\"h\":[1,2,{}]},\"i\":[] }\r")]
    [InlineData("{\"body\":\"\\ud83d\\ude00 \\u20ac\"}")]
    public void It_accepts_ordinary_objects(string text)
    {
        var json = Encoding.UTF8.GetBytes(text);
        Assert.Equal(Expect(json), Assert.IsType<List<(string, JsonTokenType, string)>>(Scan(json)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":\"b\"")]
    [InlineData("{\"a\":\"b\",}")]
    [InlineData("{\"a\":\"b\"} x")]
    [InlineData("{\"a\":\"b\"}{}")]
    [InlineData("{\"a\":\"b\nc\"}")]
    [InlineData("{\"a\":\"b\\x\"}")]
    [InlineData("{\"a\":\"b\\u12g4\"}")]
    [InlineData("{\"a\":nul}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":[1}")]
    [InlineData("{\"a\":'b'}")]
    public void It_gives_up_on_what_is_not_in_order(string text) => Assert.Null(Scan(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Every_escape_is_decoded_like_the_full_reader_does() => Gen.String.Array[1, 5].Sample(strings =>
    {
        var text = string.Concat(strings);
        foreach (var json in new[] { JsonSerializer.Serialize(text), JsonSerializer.Serialize(text, Relaxed) })
        {
            foreach (var rest in new[] { "", ",\"and\":\"so on, for more bytes than a vector has\"}" })
            {
                var bytes = Encoding.UTF8.GetBytes($"{Lead}{json}{rest}");
                var end = Encoding.UTF8.GetByteCount(Lead + json) - 1;
                Assert.Equal(end, JsonStrings.EndOf(bytes, Lead.Length + 1));
                Assert.Equal((end, JsonSerializer.Deserialize<string>(json)), Decode(bytes, Lead.Length + 1));
            }
        }
    });

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ud83dx")]
    [InlineData("\\ude00\\ud83d")]
    [InlineData("\\ud83d\\u0041")]
    public void Half_a_surrogate_pair_is_refused(string content)
    {
        foreach (var before in new[] { "", new string('a', 70), new string('é', 3000) })
        {
            var bytes = Encoding.UTF8.GetBytes($"{Lead}\"{before}{content}\"");
            Assert.Equal(JsonStrings.Fault, Decode(bytes, Lead.Length + 1).End);
        }
    }

    [Fact]
    public void A_string_is_decoded_wherever_a_step_of_the_copy_ends_and_however_much_is_left()
    {
        foreach (var middle in new[] { "\\n", "\\n\\n", "\\\"", "\\\\n", "\\u00e9", "\\ud83d\\ude00", "’", "😀", "é\\n", "", "\\t\\r\\b\\f\\/" })
        {
            for (var before = 0; before < 140; before++)
            {
                foreach (var after in new[] { 0, 1, 2, 31, 60, 64, 65, 95, 96, 97, 200 })
                {
                    var json = $"\"{new string('a', before)}{middle}{new string('b', after)}\"";
                    var bytes = Encoding.UTF8.GetBytes($"{Lead}{json}{(after % 2 == 0 ? "}" : $",\"more\":\"{new string('c', after)}\"}}")}");
                    Assert.Equal((Encoding.UTF8.GetByteCount(Lead + json) - 1, JsonSerializer.Deserialize<string>(json)), Decode(bytes, Lead.Length + 1));
                }
            }
        }
    }

    [Fact]
    public void Damaged_text_is_refused_wherever_it_stands()
    {
        byte[][] damages = [[0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF], [0xE2, 0x80, 0x99, 0x99]];
        foreach (var damage in damages)
        {
            for (var before = 0; before < 200; before++)
            {
                foreach (var after in new[] { 0, 1, 40, 300 })
                {
                    foreach (var filling in new[] { "a", "é", "’" })
                    {
                        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Lead}\"{string.Concat(Enumerable.Repeat(filling, before))}"), .. damage, .. Encoding.UTF8.GetBytes($"{new string('b', after)}\"}}")];
                        Assert.Equal(JsonStrings.Fault, Decode(bytes, Lead.Length + 1).End);
                    }
                }
            }
        }
    }

    [Fact]
    public void Text_with_more_places_beyond_ASCII_than_are_noted_at_once_is_decoded()
    {
        for (var length = 1000; length < 5000; length += 37)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => i % 50 == 49 ? "\n" : "“é😀a"[(i % 3)..(i % 3 == 2 ? 4 : (i % 3) + 1)]));
            var json = JsonSerializer.Serialize(text, Relaxed);
            Assert.Equal((Encoding.UTF8.GetByteCount(Lead + json) - 1, text), Decode(Encoding.UTF8.GetBytes($"{Lead}{json}}}"), Lead.Length + 1));
        }
    }

    [Fact]
    public void A_string_without_the_bytes_of_an_object_before_it_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Decode("\"a\""u8.ToArray(), 1));

    [Fact]
    public void What_earlier_records_had_between_their_values_changes_nothing() => Gen.Int[0, 5].Array[1, 6].Array[2, 8].Sample(
        records =>
        {
            var shape = new RecordShape();
            foreach (var record in records)
            {
                var json = Encoding.UTF8.GetBytes($"{{{string.Join(',', record.Select(Property))}}}");
                Assert.Equal(Expect(json), Scan(json, shape));
            }

            static string Property(int kind, int number) => kind switch
            {
                0 => $"\"title\": \"{new string('t', number * 9)}\"",
                1 => $"\"body\": \"{new string('b', number * 40)}\"",
                2 => "\"a name of more than the thirty-two bytes that a lead may have\":\"x\"",
                3 => "\"body\":null",
                4 => "\"title\" :\"\"",
                _ => "\"other\":[1]",
            };
        });

    [Fact]
    public void A_record_of_many_properties_is_read_to_its_end()
    {
        var shape = new RecordShape();
        var json = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"p{i}\":\"{i}\""))}}}");
        for (var round = 0; round < 2; round++) Assert.Equal(Expect(json), Scan(json, shape));
    }

    [Fact]
    public void A_property_is_used_for_the_same_when_it_is_found_by_the_shape()
    {
        var shape = new RecordShape();
        foreach (var title in new[] { "one", "two" })
        {
            var scanner = new JsonObjectScanner(Encoding.UTF8.GetBytes($"{{\"Headline\":\"{title}\",\"unknown\":\"a value that is long enough for a vector\"}}"), new FieldLookup(FieldNames.Default), shape);
            Assert.True(scanner.Next());
            Assert.Equal([new FieldLookup.Use(ArticleField.Title, 1)], scanner.Uses);
            Assert.True(scanner.Next());
            Assert.Empty(scanner.Uses);
            Assert.False(scanner.Next());
        }
    }

    /// <summary>What stands before the string: any string of an object has as much.</summary>
    private const string Lead = "{\"\":";

    private static (int End, string? Text) Decode(byte[] json, int at)
    {
        var target = new byte[json.Length + JsonStrings.Slack];
        var end = JsonStrings.Decode(json, at, target, out var length);
        return (end, end == JsonStrings.Fault ? null : Encoding.UTF8.GetString(target.AsSpan(0, length)));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static List<(string Name, JsonTokenType Type, string Value)>? Scan(byte[] json) => Scan(json, new RecordShape());

    private static List<(string Name, JsonTokenType Type, string Value)>? Scan(byte[] json, RecordShape shape)
    {
        var found = new List<(string, JsonTokenType, string)>();
        var scanner = new JsonObjectScanner(json, new FieldLookup(FieldNames.Default), shape);
        while (scanner.Next())
        {
            var name = Encoding.UTF8.GetString(scanner.Name);
            // One property is decoded and the next one passed over.
            var target = new byte[scanner.LongestString];
            if (scanner.Type != JsonTokenType.String || found.Count % 2 == 1)
            {
                found.Add((name, scanner.Type, scanner.Type == JsonTokenType.String ? "" : Encoding.UTF8.GetString(scanner.Value)));
            }
            else if (scanner.Decode(target, out var length))
            {
                found.Add((name, scanner.Type, Encoding.UTF8.GetString(target.AsSpan(0, length))));
            }
        }
        return scanner.GaveUp ? null : found;
    }

    private static List<(string Name, JsonTokenType Type, string Value)> Expect(byte[] json)
    {
        var found = new List<(string, JsonTokenType, string)>();
        var reader = new Utf8JsonReader(json);
        Assert.True(reader.Read());
        Assert.Equal(JsonTokenType.StartObject, reader.TokenType);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Encoding.UTF8.GetString(reader.ValueSpan);
            _ = reader.Read();
            var (type, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            var text = type != JsonTokenType.String || found.Count % 2 == 1 ? "" : reader.GetString()!;
            reader.Skip();
            var value = json.AsSpan(start, (int)reader.BytesConsumed - start);
            found.Add((name, type, type == JsonTokenType.String ? text : Encoding.UTF8.GetString(value)));
        }
        Assert.False(reader.Read());
        return found;
    }
}
