using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>A JSON record to an article, against the reader that makes a string of each field.</summary>
public class RecordParsing : IStageWork
{
    private readonly ArticleParser _parser = new(FieldNames.Default);
    private readonly ArticleBuffer _article = new();
    private byte[][] _records = [];

    public long Bytes => StageTexts.BodyBytes;

    public long Items => 0;

    [GlobalSetup]
    public void SetUp() => _records = StageTexts.Records;

    [Benchmark]
    public long Parser()
    {
        var bytes = 0L;
        foreach (var record in _records)
        {
            _ = _parser.Parse(record, _article, out _);
            bytes += _article.Body.Length;
        }
        return bytes;
    }

    [Benchmark(Baseline = true)]
    public long CopiedStrings()
    {
        var length = 0L;
        foreach (var record in _records)
        {
            var reader = new Utf8JsonReader(record);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String) length += reader.GetString()!.Length;
            }
        }
        return length;
    }

    /// <summary>What reading over the tokens alone costs.</summary>
    [Benchmark]
    public long TokensOnly()
    {
        var count = 0L;
        foreach (var record in _records)
        {
            var reader = new Utf8JsonReader(record);
            while (reader.Read()) count++;
        }
        return count;
    }
}
