using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>How much a JSON Lines file holds.</summary>
/// <param name="Articles">Records that can be read.</param>
/// <param name="BodyBytes">UTF-8 bytes of all bodies.</param>
internal readonly record struct CorpusFacts(int Articles, long BodyBytes)
{
    /// <summary>Counts the articles of <paramref name="path"/>, the first <paramref name="most"/> of them, and copies those to <paramref name="copy"/>.</summary>
    public static CorpusFacts Of(string path, int most = int.MaxValue, Stream? copy = null)
    {
        var parser = new ArticleParser(FieldNames.Default);
        var article = new ArticleBuffer();
        var facts = default(CorpusFacts);
        foreach (var line in File.ReadLines(path))
        {
            if (facts.Articles == most) break;
            var record = System.Text.Encoding.UTF8.GetBytes(line + "\n");
            if (parser.Parse(record.AsSpan(..^1), article, out _) is not null) continue;
            facts = new CorpusFacts(facts.Articles + 1, facts.BodyBytes + article.Body.Length);
            copy?.Write(record);
        }
        return facts;
    }
}
