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
}
