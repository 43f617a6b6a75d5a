using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;

namespace Similarity.Cli;

/// <summary>Measures the limits of the machine, then every case, and shows each as soon as it is known.</summary>
internal static class BenchRun
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan QuickRound = TimeSpan.FromMilliseconds(20);

    public static int Run(string output, int threads, bool isQuick, CancellationToken cancellation)
    {
        // Before the work, so that a place that cannot be written to is known at once.
        using var file = ReplacedFile.Create(output);
        var load = BenchLoad.Now();
        var clock = new BenchClock(isQuick ? QuickRound : Round);
        var limits = MachineLimits.Measure(clock, cancellation);
        var report = new BenchReport(
            typeof(Deduplication).Assembly.GetName().Version!.ToString(3), DateTimeOffset.UtcNow, BenchMachine.Processor(), Environment.ProcessorCount,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", VectorPath(), threads, limits, []);
        BenchView.PrintHeading(report);

        var results = new List<BenchResult>();
        var texts = new BenchTexts();
        using var runs = new RunCases(texts, threads);
        foreach (var bench in new TextCases(texts).All().Concat(new ComparisonCases(texts).All()).Concat(new CosineCases(threads).All()).Concat(runs.All()))
        {
            cancellation.ThrowIfCancellationRequested();
            var result = Measure(bench, clock, limits, cancellation);
            BenchView.Print(result);
            results.Add(result);
        }
        report = report with { Results = results, LimitsAfter = MachineLimits.Measure(clock, cancellation), OtherLoad = load is { } start ? BenchLoad.Now()?.OthersSince(start) : null };
        JsonSerializer.Serialize(file.Stream, report, BenchJson.Default.BenchReport);
        file.Complete();
        BenchView.PrintEnd(output, report);
        return results.All(result => result.Checked) ? ExitCode.Done : ExitCode.Error;
    }

    private static BenchResult Measure(BenchCase bench, BenchClock clock, MachineLimits limits, CancellationToken cancellation)
    {
        var isRight = bench.Check();
        var (seconds, spread) = clock.Measure(bench.Work, cancellation);
        double? gigabytes = bench.Bytes == 0 ? null : bench.Bytes / seconds / 1e9;
        double? gigaflops = bench.MultiplyAdds == 0 ? null : 2 * bench.MultiplyAdds / seconds / 1e9;
        var share = bench.HasLimit ? (gigaflops / limits.Gigaflops ?? gigabytes / limits.ReadGigabytesASecond) / bench.Threads : null;
        return new BenchResult(bench.Name, isRight, bench.Item, seconds / bench.Items * 1e9, spread, bench.Items / seconds, gigabytes, gigaflops, share);
    }

    private static string VectorPath()
    {
        var width = Vector512.IsHardwareAccelerated ? "512-bit vectors" : Vector256.IsHardwareAccelerated ? "256-bit vectors" : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "no vectors";
        var bytes = AvxVnni.IsSupported ? "byte products fused (AVX-VNNI)" : Avx2.IsSupported ? "byte products by pairs (AVX2)" : "byte products widened";
        return $"{width}, {bytes}";
    }
}
