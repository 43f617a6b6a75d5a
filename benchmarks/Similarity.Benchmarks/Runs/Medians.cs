namespace Similarity.Benchmarks;

/// <summary>Medians of runs repeated on a machine that others use too.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Processor time of all threads.</param>
/// <param name="PeakBytes">The most memory resident.</param>
/// <param name="Stages">Seconds of each stage, in the order of the run.</param>
internal sealed record Medians(double Seconds, double ProcessorSeconds, double PeakBytes, IReadOnlyList<(string Stage, double Seconds)> Stages)
{
    public static Medians Of(IReadOnlyList<MeasuredRun> runs) => new(
        Median(runs.Select(run => run.Elapsed.TotalSeconds)),
        Median(runs.Select(run => run.Processor.TotalSeconds)),
        Median(runs.Select(run => (double)run.PeakBytes)),
        [.. runs[0].Stages.Keys.Select(stage => (stage, Median(runs.Select(run => run.Stages.GetValueOrDefault(stage)))))]);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
