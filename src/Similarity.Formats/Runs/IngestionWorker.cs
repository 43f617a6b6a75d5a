namespace Similarity.Formats;

/// <summary>What one thread needs to look at a block of records for the first time, and what came of the last block.</summary>
/// <param name="names">Under which names fields are found.</param>
/// <param name="learns">Whether units are gathered, for furniture to be learnt from.</param>
internal sealed class IngestionWorker(FieldNames names, bool learns)
{
    private readonly ArticleParser _parser = new(names);
    private readonly ArticleBuffer _article = new();

    /// <summary>The lines and sentences of the articles of the block.</summary>
    public UnitBatch Units { get; } = new();

    /// <summary>Where each article of the block can be read again.</summary>
    public List<StoredRecords.Place> Places { get; } = [];

    public List<RecordFault> Faults { get; } = [];

    /// <summary>Processes the records of <paramref name="block"/>, which begins at <paramref name="offset"/> of the file it is stored in.</summary>
    public IngestionWorker Process(RecordBlock block, int input, int file, long offset)
    {
        Units.Clear();
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
            if (learns) Units.Add(_article);
            Places.Add(new StoredRecords.Place(file, record.Length, offset + record.Start, input, record.Line));
        }
        // What the reader and the parser found wrong is told in the order of the lines.
        Faults.Sort((a, b) => a.Line.CompareTo(b.Line));
        return this;
    }
}
