using System.Text;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>A thousand articles that the stages are measured on: resampled where there is a source, invented elsewhere.</summary>
internal static class StageTexts
{
    private const int Articles = 1000;
    private static readonly Lazy<(byte[][] Records, byte[][] Bodies)> Loaded = new(Load);

    /// <summary>Each article as a JSON record.</summary>
    public static byte[][] Records => Loaded.Value.Records;

    /// <summary>The UTF-8 of each body.</summary>
    public static byte[][] Bodies => Loaded.Value.Bodies;

    public static long BodyBytes => Bodies.Sum(body => (long)body.Length);

    private static (byte[][] Records, byte[][] Bodies) Load()
    {
        using var corpus = new MemoryStream();
        _ = CorpusBuilder.Write(new CorpusOptions { Articles = Articles, Source = SharedData.RawArticles }, corpus);
        var records = Encoding.UTF8.GetString(corpus.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes).ToArray();
        var parser = new ArticleParser(FieldNames.Default);
        var article = new ArticleBuffer();
        var bodies = new byte[records.Length][];
        for (var i = 0; i < records.Length; i++)
        {
            _ = parser.Parse(records[i], article, out _);
            bodies[i] = article.Body.ToArray();
        }
        return (records, bodies);
    }
}
