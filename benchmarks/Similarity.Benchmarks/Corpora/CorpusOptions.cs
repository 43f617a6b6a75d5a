namespace Similarity.Benchmarks;

/// <summary>A corpus to make. The same options and source give the same bytes.</summary>
internal sealed record CorpusOptions
{
    public CorpusKind Kind { get; init; } = CorpusKind.Resampled;

    public int Articles
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Articles), value, "Articles must be at least 1.");
    } = 10_000;

    /// <summary>Bytes a body has on average; of resampled articles only.</summary>
    public int MeanBytes
    {
        get;
        init => field = value is >= 100 and <= 1 << 20
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MeanBytes), value, "MeanBytes must be from 100 to 1048576.");
    } = 3000;

    public ulong Seed { get; init; } = 1;

    /// <summary>JSON Lines, maybe with .gz, to resample from; <see langword="null"/> invents the words.</summary>
    public string? Source { get; init; }
}
