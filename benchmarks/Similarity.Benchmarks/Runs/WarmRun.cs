using System.Diagnostics;
using Similarity.Formats;

namespace Similarity.Benchmarks;

/// <summary>Runs in this process, as a program that calls the library makes them: runtime started, code compiled.</summary>
internal static class WarmRun
{
    /// <summary>What was measured of one run over one file; memory is not.</summary>
    public static MeasuredRun Measure(string input, int threads)
    {
        var folder = Directory.CreateTempSubdirectory("similarity-run-");
        try
        {
            var options = new BatchRunOptions
            {
                Inputs = [input],
                OutputFolder = folder.FullName,
                Deduplication = new DeduplicationOptions { Threads = threads },
                Guard = new RemovalGuard { MaxShare = 1, MaxOutletShare = 1 },
            };
            var stages = new StageClock();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            _ = BatchRun.RunAsync(options, stages).GetAwaiter().GetResult();
            return new MeasuredRun(clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - before, 0, stages.Complete());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Times the stages by when each is first heard of.</summary>
    private sealed class StageClock : IProgress<BatchProgress>
    {
        private readonly Dictionary<string, double> _seconds = new(StringComparer.Ordinal);
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private BatchStage? _stage;

        public void Report(BatchProgress value)
        {
            if (value.Stage == _stage) return;
            Stop();
            _stage = value.Stage;
        }

        public Dictionary<string, double> Complete()
        {
            Stop();
            return _seconds;
        }

        private void Stop()
        {
            if (_stage is { } stage) _seconds[$"{stage}"] = _seconds.GetValueOrDefault($"{stage}") + _clock.Elapsed.TotalSeconds;
            _clock.Restart();
        }
    }
}
