using System.Text.Json;

namespace Similarity.Formats.Tests;

/// <summary>Texts of invented words, each the same for the same seed.</summary>
internal static class InventedNews
{
    private static readonly string[] Syllables = ["ba", "do", "ki", "lu", "me", "no", "pa", "ra", "si", "ta", "ve", "wo", "xi", "yu", "za", "fe"];

    /// <summary>A text that shares no five words in a row with that of another seed.</summary>
    public static string Text(int seed, int words, int from = 0)
    {
        var random = new Random(seed);
        string[] all = [.. Enumerable.Range(0, from + words).Select(_ => string.Concat(random.GetItems(Syllables, 4)))];
        return string.Join(' ', all[from..]);
    }

    /// <summary>One record; what is null is left out.</summary>
    public static string Record(string? id, string? body, string? outlet = null, string? published = null, string? title = null)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["outlet"] = outlet,
            ["published"] = published,
            ["title"] = title,
            ["body"] = body,
        };
        return JsonSerializer.Serialize(fields.Where(field => field.Value is not null).ToDictionary());
    }

    /// <summary>Records of <paramref name="count"/> articles that share nothing.</summary>
    public static IEnumerable<string> Distinct(int count, int words = 60) =>
        Enumerable.Range(0, count).Select(i => Record($"d{i}", Text(1000 + i, words), $"outlet{i % 7}"));
}
