using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary>The labelled sets of stories: which files, and the story of each article by its identifier.</summary>
internal static class StoryLabels
{
    /// <summary>The sets to develop on.</summary>
    public static IReadOnlyList<string> Sets { get; } = ["ecbplus-topics-01-22", "giveme5w1h", "gun-violence-dev"];

    /// <summary>The file of a set.</summary>
    public static string FileOf(string data, string set) => Path.Combine(data, "stories", set + ".jsonl");

    /// <summary>The labels of the articles that have one.</summary>
    public static Dictionary<string, string> Read(IEnumerable<string> files)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            using var record = JsonDocument.Parse(line);
            if (!record.RootElement.TryGetProperty("label", out var label) || label.ValueKind == JsonValueKind.Null) continue;
            _ = labels.TryAdd(record.RootElement.GetProperty("id").GetString()!, label.ToString());
        }
        return labels;
    }

    /// <summary>The labelled articles in order of publication; those without a date come first.</summary>
    public static (Article[] Articles, string[] Truth) InTime(string[] files, ArticleParts parts)
    {
        var (articles, truth) = InTime(files, [], parts);
        return (articles, Array.ConvertAll(truth, label => label!));
    }

    /// <summary>The labelled articles of files or, where there are others, all of both, in order of publication; those without a date come first.</summary>
    public static (Article[] Articles, string?[] Truth) InTime(string[] files, IEnumerable<string> others, ArticleParts parts)
    {
        var loaded = new LoadedArticles(files.Concat(others)) { Parts = parts };
        var labels = Read(files);
        var ids = others.Any() ? loaded.Ids : labels.Keys;
        var buffer = new ArticleBuffer();
        var ordered = ids.Select(id => (Id: id, Index: loaded.Find(id))).Select(article => (Article: Load(article.Id, article.Index), article.Index)).OrderBy(article => article.Article.Published).ThenBy(article => article.Index).ToList();
        return ([.. ordered.Select(article => article.Article)], [.. ordered.Select(article => labels.GetValueOrDefault(article.Article.Id))]);

        Article Load(string id, int index)
        {
            loaded.Read(index, buffer);
            return new Article(id, Text(buffer.Body))
            {
                Title = Text(buffer.Title),
                Outlet = Text(buffer.Outlet),
                Published = buffer.PublishedTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            };
        }

        static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
    }
}
