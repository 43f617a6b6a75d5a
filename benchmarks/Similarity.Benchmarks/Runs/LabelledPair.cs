using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary>Two articles by identifier, and what is known of them.</summary>
/// <param name="A">One identifier.</param>
/// <param name="B">The other.</param>
/// <param name="Value">A label or a measure, whichever was asked for.</param>
/// <param name="Kind">A note of the label; empty where there is none.</param>
internal sealed record LabelledPair(string A, string B, double Value, string Kind)
{
    /// <summary>Reads the pairs of a JSON Lines file with <paramref name="measure"/> as their value.</summary>
    public static List<LabelledPair> Read(string path, string measure)
    {
        var pairs = new List<LabelledPair>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var pair = json.RootElement;
            pairs.Add(new LabelledPair(
                pair.GetProperty("a").GetString()!,
                pair.GetProperty("b").GetString()!,
                pair.GetProperty(measure).GetDouble(),
                pair.TryGetProperty("kind", out var kind) ? kind.GetString()! : ""));
        }
        return pairs;
    }

    /// <summary>What <paramref name="result"/> says of the pair; <see langword="null"/> where an article is not there.</summary>
    public PairFinding? FindIn(LoadedArticles articles, DeduplicationResult result)
    {
        var (a, b) = (articles.Find(A), articles.Find(B));
        if (a < 0 || b < 0) return null;
        if (KeptFor(a) == KeptFor(b)) return PairFinding.Copies;
        return result.GroupOf(a) is { } group && group == result.GroupOf(b) ? PairFinding.SameGroup : PairFinding.None;

        int KeptFor(int article) => result.RemovalOf(article)?.Other ?? article;
    }
}
