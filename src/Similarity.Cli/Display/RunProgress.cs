using System.Diagnostics;
using System.Globalization;
using Similarity.Formats;
using Spectre.Console;

namespace Similarity.Cli;

/// <summary>
/// Shows how far a run is: a bar on a terminal, nothing where standard error goes elsewhere. With
/// <paramref name="verbose"/>, the time of each stage afterwards.
/// </summary>
internal sealed class RunProgress(bool quiet, bool verbose) : IProgress<BatchProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<(BatchStage Stage, TimeSpan Began)> _stages = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private BatchProgress _last;

    public void Report(BatchProgress value)
    {
        lock (_lock)
        {
            _last = value;
            if (_stages.Count == 0 || _stages[^1].Stage < value.Stage) _stages.Add((value.Stage, _clock.Elapsed));
        }
    }

    /// <summary>Runs <paramref name="run"/> and shows its progress.</summary>
    public async Task<BatchOutcome> ShowAsync(Func<IProgress<BatchProgress>, Task<BatchOutcome>> run)
    {
        var work = Task.Run(() => run(this));
        if (!quiet && !Console.IsErrorRedirected) await DrawAsync(work);
        var outcome = await work;
        if (verbose) PrintStages(outcome.Summary.Articles);
        return outcome;
    }

    /// <summary>Draws until the work ends. A terminal that cannot be drawn on is no reason to lose the work.</summary>
    private async Task DrawAsync(Task work)
    {
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            await console.Progress()
                .AutoClear(true)
                .HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => UpdateAsync(context, work));
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            if (verbose) StandardError.Say($"the progress cannot be shown: {fault.Message}");
        }
    }

    private async Task UpdateAsync(ProgressContext context, Task work)
    {
        ProgressTask? bar = null;
        var stage = BatchStage.Reading;
        while (!work.IsCompleted)
        {
            BatchProgress last;
            lock (_lock) last = _last;
            if (bar is null || last.Stage != stage)
            {
                bar?.StopTask();
                bar = context.AddTask(Describe(last));
                stage = last.Stage;
            }
            bar.Description = Describe(last);
            bar.IsIndeterminate = last.Total == 0;
            bar.MaxValue = Math.Max(1, last.Total);
            bar.Value = last.Done;
            _ = await Task.WhenAny(work, Task.Delay(Pause));
        }
    }

    private string Describe(BatchProgress progress)
    {
        if (progress.Stage != BatchStage.Reading) return $"{progress.Stage}";
        var seconds = Math.Max(0.001, _clock.Elapsed.TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Reading {progress.Done / 1e6:n0} MB, {progress.Articles:n0} articles, {progress.Articles / seconds:n0}/s");
    }

    private void PrintStages(int articles)
    {
        var end = _clock.Elapsed;
        for (var i = _stages.Count - 1; i >= 0; i--)
        {
            var took = end - _stages[i].Began;
            end = _stages[i].Began;
            StandardError.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_stages[i].Stage,-12} {took.TotalSeconds,9:f3} s"));
        }
        using var process = Process.GetCurrentProcess();
        StandardError.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{articles:n0} articles in {_clock.Elapsed.TotalSeconds:f3} s, {process.PeakWorkingSet64 / 1e6:n0} MB resident at most"));
    }
}
