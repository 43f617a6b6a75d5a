namespace Similarity.Formats;

/// <summary>
/// A deduplication run from files to files. What is wrong with the input is written to the rejects and the run goes
/// on; results take their names when all of them are complete and the guard has let them pass.
/// </summary>
public static class BatchRun
{
    /// <summary>Runs <paramref name="options"/>.</summary>
    /// <exception cref="InputException">The inputs or the output folder cannot be used.</exception>
    /// <exception cref="IOException">Reading or writing failed; nothing was replaced.</exception>
    public static async Task<BatchOutcome> RunAsync(
        BatchRunOptions options, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var inputs = await Task.Run(() => InputDiscovery.Find(options.Inputs, options.Read, options.OutputFolder), cancellation).WaitAsync(cancellation);
        using var folder = new ReportFolder(options.OutputFolder);
        using var records = new StoredRecords(options.Read.Fields, options.OutputFolder);
        var tables = new ReportTables(folder, options.Tables);
        await using var rejectTable = tables.Create("rejects", RejectLog.Columns);
        var rejects = new RejectLog(rejectTable);

        var furniture = options.Deduplication.Features.Furniture;
        var learner = furniture.Learn ? new FurnitureLearner(furniture) : null;
        await new ArticleIngestion(options.Read, options.Deduplication.Threads, learner, records, rejects).ReadAsync(inputs.Files, progress, cancellation);

        var known = learner?.Learnt() ?? furniture.Known;
        var stages = progress is null ? null : new StageProgress(progress, records.Count);
        var result = new Deduplication(options.Deduplication.Knowing(known)).Run(records, records.Count, stages, cancellation);
        var stories = options.Stories is { } wanted
            ? StoryClustering.Run(result, records, wanted with { Threads = options.Deduplication.Threads }, await ArticleVectors.EmbedAsync(options.Embedder, records, records.Count, cancellation), StoriesProgress(), cancellation)
            : null;
        await ReportRepeatedIdsAsync(result, records, inputs.Files, rejects, cancellation);
        var summary = RunSummary.Create(result, stories, rejects, options);
        var alarms = options.Guard.Check(summary).ToList();
        // All that reads inputs comes before anything is replaced.
        var examples = GroupExamples.Choose(result, records);
        var storyExamples = stories is null ? [] : StoryExamples.Choose(stories, records);
        if (alarms.Count == 0 && result.Count > 0)
        {
            await new DeduplicationReport(folder, tables, records, inputs.Files, options.Agencies, options.Calibration).WriteAsync(result, stories, summary, options.Deduplication.Threads, progress, cancellation);
            await rejectTable.CompleteAsync(cancellation);
            await summary.WriteAsync(folder, cancellation);
            records.EnsureUnchanged();
            // Tables of an earlier run, in another format or of stories that this one does not find, would pass for its own.
            folder.Commit([.. OutputFolder.TableNames.SelectMany(name => new[] { $"{name}.jsonl", $"{name}.parquet" }), StoryEvidenceFile.Name]);
        }
        return new BatchOutcome(summary, alarms, inputs.Notices, rejects.First, examples, result, stories, storyExamples);

        Action<int, int>? StoriesProgress() => progress is null ? null : (done, total) => progress.Report(new(BatchStage.Stories, done, total, records.Count));
    }

    private static async Task ReportRepeatedIdsAsync(
        DeduplicationResult result, StoredRecords records, IReadOnlyList<InputFile> inputs, RejectLog rejects, CancellationToken cancellation)
    {
        foreach (var (article, earlier) in result.RepeatedIds)
        {
            var (place, first) = (records[article], records[earlier]);
            var reason = $"the same id, with another text, stands in {inputs[first.Input].Path}, line {first.Line}; both took part";
            var reject = new Reject(inputs[place.Input].Path, place.Line, "id", reason, RejectOutcome.Noted, result.IdOf(article));
            await rejects.AddAsync(reject, cancellation);
        }
    }
}
