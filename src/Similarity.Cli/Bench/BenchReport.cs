namespace Similarity.Cli;

/// <summary>What <c>similarity bench</c> found, as it is saved.</summary>
internal sealed record BenchReport(
    string Version, DateTimeOffset Measured, string Processor, int Cores, string Runtime, string VectorPath, int Threads, MachineLimits Limits, IReadOnlyList<BenchResult> Results)
{
    /// <summary>The limits again, after all else.</summary>
    public MachineLimits? LimitsAfter { get; init; }

    /// <summary>How far the limits have moved meanwhile, as a share: nobody changed the processor or the memory.</summary>
    public double? LimitsDrift => LimitsAfter?.DriftFrom(Limits);

    /// <summary>Share of the time of all processors that other processes had meanwhile; <see langword="null"/> where the system does not say.</summary>
    public double? OtherLoad { get; init; }
}
