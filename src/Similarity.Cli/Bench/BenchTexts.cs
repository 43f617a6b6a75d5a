using System.Text;
using System.Text.Json;

namespace Similarity.Cli;

/// <summary>
/// Invented articles to measure on, the same on every machine: words of the lengths that English has, a quote or an accent
/// here and there, and one article in eight a copy of an earlier one with some words exchanged.
/// </summary>
internal sealed class BenchTexts
{
    private const int Articles = 3000;
    private const int Vocabulary = 20_000;
    private const int CopyOneIn = 8;

    private readonly Random _random = new(20_261_125);
    private readonly string[] _vocabulary;

    public BenchTexts()
    {
        _vocabulary = [.. Enumerable.Range(0, Vocabulary).Select(_ => InventWord())];
        var texts = new List<string[]>(Articles);
        for (var i = 0; i < Articles; i++) texts.Add(i > 0 && i % CopyOneIn == 0 ? Copy(texts[_random.Next(i)]) : Invent());
        Bodies = [.. texts.Select(words => Encoding.UTF8.GetBytes(string.Join(' ', words)))];
        Records = [.. Bodies.Select((body, i) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = $"a{i}",
            ["outlet"] = $"outlet-{i % 40}.example",
            ["published"] = $"2026-0{1 + (i % 9)}-1{i % 10}T08:00:00Z",
            ["title"] = string.Join(' ', texts[i].Take(8)),
            ["body"] = Encoding.UTF8.GetString(body),
        }, Json))];
    }

    /// <summary>The UTF-8 of each body.</summary>
    public byte[][] Bodies { get; }

    /// <summary>Each article as a JSON record.</summary>
    public byte[][] Records { get; }

    public long BodyBytes => Bodies.Sum(body => (long)body.Length);

    private static JsonSerializerOptions Json { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string[] Invent()
    {
        var words = new string[120 + _random.Next(900)];
        for (var i = 0; i < words.Length; i++) words[i] = NextWord();
        return words;
    }

    private string[] Copy(string[] words)
    {
        var copy = (string[])words.Clone();
        for (var i = 0; i < copy.Length / 60; i++) copy[_random.Next(copy.Length)] = NextWord();
        return copy;
    }

    /// <summary>Few words are most of a text; one in thirty carries what punctuation and accents there are.</summary>
    private string NextWord()
    {
        var word = _vocabulary[(int)(Vocabulary * Math.Pow(_random.NextDouble(), 4))];
        return _random.Next(30) switch
        {
            0 => $"{word},",
            1 => $"{word}.\n",
            2 => $"“{word}”",
            3 => _random.Next(4) == 0 ? $"{word}é" : word,
            _ => word,
        };
    }

    private string InventWord()
    {
        var letters = new char[2 + _random.Next(4) + _random.Next(6)];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + _random.Next(26));
        return new string(letters);
    }
}
