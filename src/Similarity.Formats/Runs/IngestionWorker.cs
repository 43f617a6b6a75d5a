namespace Similarity.Formats;

/// <summary>What one thread needs to turn a block of records to features, and what came of the last block.</summary>
internal sealed class IngestionWorker(FieldNames names, FeatureExtractor extractor)
{
    private readonly ArticleParser _parser = new(names);
    private readonly ArticleBuffer _article = new();

    public FeatureBatch Features { get; } = new();

    /// <summary>Where each article of the batch can be read again.</summary>
    public List<StoredRecords.Place> Places { get; } = [];

    public List<RecordFault> Faults { get; } = [];

    /// <summary>Processes the records of <paramref name="block"/>, which begins at <paramref name="offset"/> of the file it is stored in.</summary>
    public IngestionWorker Process(RecordBlock block, int input, int file, long offset)
    {
        Features.Clear();
        Places.Clear();
        Faults.Clear();
        Faults.AddRange(block.Faults);
        foreach (var record in block.Records)
        {
            if (_parser.Parse(block[record], _article, out var notice) is { } fault)
            {
                Faults.Add(fault with { Line = record.Line });
                continue;
            }
            if (notice is { } noted) Faults.Add(noted with { Line = record.Line });
            extractor.Extract(_article, Features);
            Places.Add(new StoredRecords.Place(file, record.Length, offset + record.Start, input, record.Line));
        }
        // What the reader and the parser found wrong is told in the order of the lines.
        Faults.Sort((a, b) => a.Line.CompareTo(b.Line));
        return this;
    }
}
