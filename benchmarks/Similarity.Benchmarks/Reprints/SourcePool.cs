using System.IO.Compression;
using System.Text;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>
/// Real articles, cleaned roughly and unlike each other, to be handed out once each: as an original, as somebody's own text,
/// or as an article that has no copies.
/// </summary>
internal sealed class SourcePool
{
    private const int LeastWords = 150;
    private const int MostWords = 1500;
    private const int LeastLineWords = 8;

    /// <summary>Articles of an outlet that have a line before it counts as furniture.</summary>
    private const int Recurring = 3;

    /// <summary>Words of the runs that tell near-copies, and the share of them that makes one.</summary>
    private const int RunWords = 6;
    private const double MostShared = 0.02;

    private static readonly string[] FurnitureWords =
        ["subscribe", "newsletter", "copyright", "©", "all rights reserved", "click here", "read more", "sign up", "share this", "follow us", "getty", "advertisement", "contributed to this report", "photo:", "hide caption"];

    private readonly List<SourceText> _texts;
    private int _next;

    private SourcePool(List<SourceText> texts) => _texts = texts;

    public int Left => _texts.Count - _next;

    public static SourcePool Load(string path, ulong seed)
    {
        var articles = Read(path);
        var recurring = articles.SelectMany(article => article.Lines.Distinct(StringComparer.Ordinal).Select(line => (article.Outlet, Line: line)))
            .GroupBy(line => line).Where(group => group.Count() >= Recurring).Select(group => group.Key).ToHashSet();
        var texts = new List<SourceText>();
        var seen = new HashSet<ulong>();
        foreach (var (outlet, title, lines) in articles)
        {
            var paragraphs = lines.Where(line => IsText(line) && !recurring.Contains((outlet, line))).Distinct(StringComparer.Ordinal).ToList();
            var words = paragraphs.Sum(Edits.CountWords);
            if (words is < LeastWords or > MostWords || paragraphs.Count < 4) continue;
            var runs = Runs(paragraphs);
            if (runs.Count(seen.Contains) > MostShared * runs.Count) continue;
            seen.UnionWith(runs);
            texts.Add(new SourceText(title, paragraphs));
        }
        Shuffle(texts, seed);
        return new SourcePool(texts);
    }

    public SourceText Take() => _next < _texts.Count ? _texts[_next++] : throw new InvalidOperationException("There are not enough source articles for so many families.");

    /// <summary>The next text of at least so many words; shorter ones wait for those who do not mind.</summary>
    public SourceText Take(int leastWords)
    {
        for (var i = _next; i < _texts.Count; i++)
        {
            if (_texts[i].Words < leastWords) continue;
            (_texts[_next], _texts[i]) = (_texts[i], _texts[_next]);
            return _texts[_next++];
        }
        return Take();
    }

    private static bool IsText(string line) =>
        Edits.CountWords(line) >= LeastLineWords && line[^1] is '.' or '"' or '”' or '?' or '!' or '’'
        && !FurnitureWords.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static List<ulong> Runs(List<string> paragraphs)
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(Encoding.UTF8.GetBytes(string.Join('\n', paragraphs)), tokens);
        var shingles = new ulong[Shingles.CountFor(tokens.Count, RunWords)];
        _ = Shingles.Roll(tokens.Hashes, RunWords, shingles);
        return [.. shingles.Distinct()];
    }

    private static void Shuffle(List<SourceText> texts, ulong seed)
    {
        var random = new CorpusRandom(seed, 0, purpose: 20);
        for (var i = texts.Count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (texts[i], texts[other]) = (texts[other], texts[i]);
        }
    }

    private static List<(string Outlet, string Title, List<string> Lines)> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var lines = new StreamReader(content, Encoding.UTF8);
        var parser = new ArticleParser(FieldNames.Default);
        var article = new ArticleBuffer();
        var articles = new List<(string, string, List<string>)>();
        while (lines.ReadLine() is { } line)
        {
            if (parser.Parse(Encoding.UTF8.GetBytes(line), article, out _) is not null) continue;
            var body = Encoding.UTF8.GetString(article.Body).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            articles.Add((Encoding.UTF8.GetString(article.Outlet), Encoding.UTF8.GetString(article.Title), [.. body]));
        }
        return articles;
    }
}
