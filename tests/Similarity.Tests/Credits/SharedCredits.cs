using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Similarity.Tests;

/// <summary>Reads the shared articles that labels of credits name by set and id. A set is a file without its extensions.</summary>
internal static class SharedCredits
{
    public static Dictionary<(string Set, string Id), ArticleBuffer> Read(IReadOnlySet<(string Set, string Id)> wanted)
    {
        var sets = wanted.Select(one => one.Set).ToHashSet(StringComparer.Ordinal);
        var articles = new Dictionary<(string Set, string Id), ArticleBuffer>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Require("."), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var set = sets.FirstOrDefault(set => name == set + ".jsonl" || name == set + ".jsonl.gz" || name == set + ".articles.jsonl" || name == set + ".txt");
            if (set is null) continue;
            foreach (var (id, article) in name.EndsWith(".txt", StringComparison.Ordinal) ? [ReadText(file, set)] : ReadLines(file, id => wanted.Contains((set, id)))) articles[(set, id)] = article;
        }
        return articles;
    }

    private static (string Id, ArticleBuffer Article) ReadText(string file, string set)
    {
        var article = new ArticleBuffer();
        article.Set(ArticleField.Body, File.ReadAllBytes(file));
        return (set, article);
    }

    private static IEnumerable<(string Id, ArticleBuffer Article)> ReadLines(string file, Predicate<string> isWanted)
    {
        using var stream = File.OpenRead(file);
        using var content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            var record = JsonNode.Parse(line)!;
            if (!isWanted((string)record["id"]!)) continue;
            var article = new ArticleBuffer();
            article.Set(new Article((string)record["id"]!, (string?)record["body"])
            {
                Title = (string?)record["title"],
                Outlet = (string?)record["outlet"],
                Url = (string?)record["url"],
            });
            yield return ((string)record["id"]!, article);
        }
    }
}
