using BenchmarkDotNet.Attributes;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>Articles to features, all stages of the front end together.</summary>
public class FeatureExtraction : IStageWork
{
    private readonly ArticleParser _parser = new(FieldNames.Default);
    private readonly FeatureExtractor _extractor = new Deduplication(new DeduplicationOptions()).CreateExtractor();
    private readonly FeatureBatch _batch = new();
    private readonly ArticleBuffer _article = new();
    private ArticleBuffer[] _articles = [];
    private byte[][] _records = [];

    public long Bytes => StageTexts.BodyBytes;

    public long Items => 0;

    [GlobalSetup]
    public void SetUp()
    {
        _records = StageTexts.Records;
        _articles = new ArticleBuffer[_records.Length];
        for (var i = 0; i < _records.Length; i++)
        {
            _articles[i] = new ArticleBuffer();
            _ = _parser.Parse(_records[i], _articles[i], out _);
        }
    }

    [Benchmark]
    public int Extract()
    {
        _batch.Clear();
        foreach (var article in _articles) _extractor.Extract(article, _batch);
        return _batch.Count;
    }

    [Benchmark(Baseline = true)]
    public int ParseAndExtract()
    {
        _batch.Clear();
        foreach (var record in _records)
        {
            _ = _parser.Parse(record, _article, out _);
            _extractor.Extract(_article, _batch);
        }
        return _batch.Count;
    }
}
