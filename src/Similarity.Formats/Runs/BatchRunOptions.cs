namespace Similarity.Formats;

/// <summary>A deduplication run over files.</summary>
public sealed record BatchRunOptions
{
    /// <summary>Files, directories, globs, and <c>-</c> for standard input.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Where the results go; created where it does not exist.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>How the inputs are read.</summary>
    public ReadOptions Read { get; init; } = new();

    /// <summary>How copies are decided.</summary>
    public DeduplicationOptions Deduplication { get; init; } = new();

    /// <summary>How stories are found; <see langword="null"/> for a run that finds copies alone.</summary>
    public StoryOptions? Stories { get; init; }

    /// <summary>What the report gives a probability by, beside closeness; <see langword="null"/> for none.</summary>
    public StoryCalibration? Calibration { get; init; }

    /// <summary>What brings further candidates for stories; <see langword="null"/> for none.</summary>
    public IArticleEmbedder? Embedder { get; init; }

    /// <summary>Whom articles may credit as the origin of their text.</summary>
    public AgencyTable Agencies { get; init; } = AgencyTable.Default;

    /// <summary>When a run that removes too much fails.</summary>
    public RemovalGuard Guard { get; init; } = new();

    /// <summary>How the tables of the report are written.</summary>
    public TableFormat Tables { get; init; } = TableFormat.JsonLines;
}
