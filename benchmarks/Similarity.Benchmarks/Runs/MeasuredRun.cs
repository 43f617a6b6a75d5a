namespace Similarity.Benchmarks;

/// <summary>What was measured of one run.</summary>
/// <param name="Elapsed">Wall time of the process, start of the runtime included.</param>
/// <param name="Processor">Processor time of all its threads, which others on the machine hardly disturb.</param>
/// <param name="PeakBytes">The most memory it had resident.</param>
/// <param name="Stages">Seconds of each stage, as the run itself tells.</param>
internal sealed record MeasuredRun(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes, IReadOnlyDictionary<string, double> Stages);
