using System.IO.Compression;
using System.Text;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>Texts to resample from, cut into sentences.</summary>
internal sealed class SourceTexts
{
    private const int InventedTexts = 2000;
    private const int LeastSentences = 3;

    private SourceTexts(List<string[]> texts) => Texts = texts;

    /// <summary>The sentences of each text; at least three.</summary>
    public IReadOnlyList<string[]> Texts { get; }

    /// <summary>Reads the texts of a JSON Lines file, or invents some where there is none.</summary>
    public static SourceTexts Load(string? path, ulong seed) => new(path is null ? Invent(seed) : Read(path));

    private static List<string[]> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var lines = new StreamReader(content, Encoding.UTF8);
        var parser = new ArticleParser(FieldNames.Default);
        var article = new ArticleBuffer();
        var texts = new List<string[]>();
        while (lines.ReadLine() is { } line)
        {
            if (parser.Parse(Encoding.UTF8.GetBytes(line), article, out _) is not null) continue;
            var sentences = Cut(Encoding.UTF8.GetString(article.Body));
            if (sentences.Length >= LeastSentences) texts.Add(sentences);
        }
        return texts.Count > 0 ? texts : throw new IOException($"{path} holds no article of {LeastSentences} sentences or more.");
    }

    /// <summary>Cuts behind full stops, question and exclamation marks, and at line breaks: near enough.</summary>
    private static string[] Cut(string body)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var ends = body[i] == '\n' || (body[i] == ' ' && i > 0 && body[i - 1] is '.' or '!' or '?' or '”');
            if (!ends && i + 1 < body.Length) continue;
            var sentence = body[start..(i + 1)].Trim();
            if (sentence.Length > 0) sentences.Add(sentence);
            start = i + 1;
        }
        return [.. sentences];
    }

    private static List<string[]> Invent(ulong seed)
    {
        var texts = new List<string[]>();
        for (var text = 0; text < InventedTexts; text++)
        {
            var random = new CorpusRandom(seed, text, purpose: 4);
            var sentences = new string[10 + random.Below(30)];
            for (var i = 0; i < sentences.Length; i++)
            {
                var sentence = InventedWords.Sentence(ref random, 8 + random.Below(25));
                // Typographic quotes and an accent here and there, as in real text.
                sentences[i] = random.Below(8) switch
                {
                    0 => $"“{sentence}”",
                    1 => sentence.Replace("fe", "fé", StringComparison.Ordinal),
                    _ => sentence,
                };
            }
            texts.Add(sentences);
        }
        return texts;
    }
}
