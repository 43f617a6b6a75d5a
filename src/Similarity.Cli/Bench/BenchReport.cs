namespace Similarity.Cli;

/// <summary>What <c>similarity bench</c> found, as it is saved.</summary>
internal sealed record BenchReport(
    string Version, DateTimeOffset Measured, string Processor, int Cores, string Runtime, string VectorPath, int Threads, MachineLimits Limits, IReadOnlyList<BenchResult> Results);
