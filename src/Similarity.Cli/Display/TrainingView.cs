using System.Diagnostics;
using System.Globalization;
using Similarity.FastText;
using Spectre.Console;

namespace Similarity.Cli;

/// <summary>Shows how far a training is: a bar on a terminal, nothing where standard error goes elsewhere.</summary>
internal static class TrainingView
{
    /// <summary>Trains, and shows how far it is.</summary>
    public static async Task<FastTextModel> ShowAsync(Func<IProgress<TrainingProgress>, FastTextModel> train, bool quiet)
    {
        var last = new Latest();
        var work = Task.Run(() => train(last));
        if (quiet || Console.IsErrorRedirected) return await work;
        try
        {
            await AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => DrawAsync(context, work, last));
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException && !work.IsFaulted)
        {
            // A terminal that cannot be drawn on is no reason to lose the work.
        }
        return await work;
    }

    private static async Task DrawAsync(ProgressContext context, Task work, Latest last)
    {
        var bar = context.AddTask("Training");
        var clock = Stopwatch.StartNew();
        while (!work.IsCompleted)
        {
            var progress = last.Value;
            bar.MaxValue = Math.Max(1, progress.Total);
            bar.Value = progress.Done;
            bar.Description = string.Create(CultureInfo.InvariantCulture, $"Training, loss {progress.Loss:n3}, {progress.Done / Math.Max(0.001, clock.Elapsed.TotalSeconds):n0} words/s");
            _ = await Task.WhenAny(work, Task.Delay(100));
        }
    }

    private sealed class Latest : IProgress<TrainingProgress>
    {
        private readonly Lock _lock = new();
        private TrainingProgress _value;

        public TrainingProgress Value
        {
            get
            {
                lock (_lock) return _value;
            }
        }

        public void Report(TrainingProgress value)
        {
            lock (_lock) _value = value;
        }
    }
}
