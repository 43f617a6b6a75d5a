using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Makes a run from files to files and shows what came of it.</summary>
internal static class BatchCommand
{
    /// <summary>Runs <paramref name="options"/>; returns the exit code.</summary>
    public static async Task<int> RunAsync(BatchRunOptions options, bool quiet, bool verbose, CancellationToken cancellation)
    {
        var progress = new RunProgress(quiet, verbose);
        var outcome = await progress.ShowAsync(report => BatchRun.RunAsync(options, report, cancellation));
        var view = new DedupeView(outcome, options);
        if (!quiet) view.PrintNotices();
        view.PrintRejects(atLeast: quiet ? RejectOutcome.Abandoned : RejectOutcome.Noted);
        if (outcome.Summary.Articles == 0)
        {
            StandardError.Say("no article could be read; nothing was written");
            return outcome.Summary.Abandoned > 0 ? ExitCode.Error : ExitCode.Refused;
        }
        foreach (var alarm in outcome.Alarms) StandardError.Say(alarm);
        if (outcome.Alarms.Count > 0)
        {
            StandardError.Say("refused to write the results; what was in the output directory is unchanged");
            return ExitCode.Refused;
        }
        if (!quiet) view.PrintResult(verbose);
        if (outcome.Summary.Abandoned == 0) return ExitCode.Done;
        StandardError.Say("not all inputs were read to their end; the results are those of the rest");
        return ExitCode.Error;
    }
}
