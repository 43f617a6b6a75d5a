using System.Text;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>Records of JSON Lines files in memory, and a run over them.</summary>
internal sealed class LoadedArticles : IArticleTexts
{
    private readonly List<byte[]> _records = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads every article of <paramref name="paths"/>; of a repeated identifier the first counts.</summary>
    public LoadedArticles(IEnumerable<string> paths)
    {
        var parser = new ArticleParser(FieldNames.Default);
        var article = new ArticleBuffer();
        foreach (var path in paths)
        {
            foreach (var record in ReadLines(path))
            {
                if (parser.Parse(record, article, out _) is not null) continue;
                _ = _byId.TryAdd(Encoding.UTF8.GetString(article.Id), _records.Count);
                _records.Add(record);
            }
        }
    }

    /// <summary>Which parts of them are seen.</summary>
    public ArticleParts Parts { get; init; } = new();

    public int Count => _records.Count;

    /// <summary>Their identifiers.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>The index of the article with an identifier; −1 for none.</summary>
    public int Find(string id) => _byId.GetValueOrDefault(id, -1);

    public DeduplicationResult Deduplicate(DeduplicationOptions options)
    {
        var furniture = options.Features.Furniture;
        if (furniture.Learn) options = options.Knowing(LearnFurniture(furniture));
        return new Deduplication(options).Run(this, Count);
    }

    /// <summary>What their outlets repeat.</summary>
    public LearntFurniture LearnFurniture(FurnitureOptions? options = null)
    {
        var learner = new FurnitureLearner(options);
        var buffer = new ArticleBuffer();
        var batch = new UnitBatch();
        for (var article = 0; article < Count; article++)
        {
            Read(article, buffer);
            batch.Add(buffer);
            learner.Add(batch);
            batch.Clear();
        }
        return learner.Learnt();
    }

    public void Read(int index, ArticleBuffer buffer)
    {
        if (new ArticleParser(FieldNames.Default).Parse(_records[index], buffer, out _) is { } fault) throw new IOException(fault.Reason);
        Parts.Apply(buffer);
    }

    private static IEnumerable<byte[]> ReadLines(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress)
            : (Stream)file;
        using var lines = new StreamReader(content, Encoding.UTF8);
        while (lines.ReadLine() is { } line) yield return Encoding.UTF8.GetBytes(line);
    }
}
