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
                var bytes = Encoding.UTF8.GetBytes(json + rest);
                var end = Encoding.UTF8.GetByteCount(json) - 1;
                var target = new byte[bytes.Length + JsonStrings.Slack];
                Assert.Equal(end, JsonStrings.EndOf(bytes, 1));
                Assert.Equal(end, JsonStrings.Decode(bytes, 1, target, out var length));
                Assert.Equal(JsonSerializer.Deserialize<string>(json), Encoding.UTF8.GetString(target.AsSpan(0, length)));
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
        var bytes = Encoding.UTF8.GetBytes($"{content}\"");
        Assert.Equal(JsonStrings.Fault, JsonStrings.Decode(bytes, 0, new byte[bytes.Length + JsonStrings.Slack], out _));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static List<(string Name, JsonTokenType Type, string Value)>? Scan(byte[] json)
    {
        var found = new List<(string, JsonTokenType, string)>();
        var scanner = new JsonObjectScanner(json);
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
