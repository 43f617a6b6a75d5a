namespace Similarity.Formats;

/// <summary>
/// Reports the stories of an earlier run at another threshold, of what that run has kept; the articles are not read again. Stories and
/// memberships are byte for byte those of a new run.
/// </summary>
public static class ThresholdRun
{
    /// <summary>What changes with the threshold; everything else that a run writes does not.</summary>
    private static readonly string[] Tables = ["stories", "memberships"];

    /// <summary>Reads, finds the stories, and writes.</summary>
    /// <param name="from">The output folder of the run.</param>
    /// <param name="threshold">Least mean closeness of a story.</param>
    /// <param name="outputFolder">Where stories, memberships and the summary go: the same folder, or one without another run's results.</param>
    /// <param name="format">How the tables are written.</param>
    /// <param name="calibration">What the report gives a probability by, beside closeness; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The run cannot be used, or the output folder holds another one.</exception>
    /// <exception cref="IOException">Writing failed; nothing was replaced.</exception>
    public static async Task<ThresholdOutcome> RunAsync(string from, double threshold, string outputFolder, TableFormat format = TableFormat.JsonLines, StoryCalibration? calibration = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        EnsureFree(from, outputFolder);
        var (stories, run) = await Task.Run(() => StoryEvidenceFile.Read(from, threshold, cancellation), cancellation);
        var summary = run.Summary with { Stories = StorySummary.Of(stories) };
        using var folder = new ReportFolder(outputFolder);
        var tables = new ReportTables(folder, format);
        await MembershipsReport.WriteAsync(stories.Articles, stories, run.PlaceOf, tables, cancellation);
        await StoriesReport.WriteAsync(stories, calibration, tables, cancellation);
        await summary.WriteAsync(folder, cancellation);
        folder.Commit(Tables.SelectMany(name => new[] { $"{name}.jsonl", $"{name}.parquet" }));
        return new ThresholdOutcome(summary, stories);
    }

    /// <summary>Half of the results of one run and half of another's would pass for one.</summary>
    private static void EnsureFree(string from, string output)
    {
        var own = OutputFolder.FullPath(Directory.Exists(from) ? from : Path.GetDirectoryName(Path.GetFullPath(from))!);
        if (OutputFolder.FullPath(output) == own) return;
        foreach (var name in OutputFolder.ReportNames.Where(name => name != "summary" && !Tables.Contains(name, StringComparer.Ordinal)).SelectMany(name => new[] { $"{name}.jsonl", $"{name}.parquet" }).Append(StoryEvidenceFile.Name))
        {
            if (File.Exists(Path.Combine(output, name))) throw new InputException($"{output} holds the results of another run ({name}); name {from} itself, or another folder");
        }
    }
}
