namespace Similarity.Formats;

/// <summary>The stories of some files, found as a run finds them, for what is asked of them without writing a run's results.</summary>
internal sealed class FoundStories : IDisposable
{
    private FoundStories(StoryResult stories, StoredRecords records, IReadOnlyList<string> notices, IReadOnlyList<Reject> firstRejects)
    {
        (Stories, Records, Notices, FirstRejects) = (stories, records, notices, firstRejects);
    }

    public StoryResult Stories { get; }

    /// <summary>Gives the articles again.</summary>
    public StoredRecords Records { get; }

    /// <summary>What the user should know about the inputs.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>The first few things that were wrong with the input.</summary>
    public IReadOnlyList<Reject> FirstRejects { get; }

    /// <summary>Reads the inputs and finds their stories.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="keptFrom">Pairs at least this close are kept, or closer ones as the options say.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<FoundStories> FindAsync(BatchRunOptions options, double keptFrom, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        var wanted = options.Stories ?? new StoryOptions();
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var inputs = await Task.Run(() => InputDiscovery.Find(options.Inputs, options.Read, outputFolder: null), cancellation).WaitAsync(cancellation);
        var records = new StoredRecords(options.Read.Fields, Path.GetTempPath());
        try
        {
            await using var table = new JsonLinesTable(Stream.Null, RejectLog.Columns);
            var rejects = new RejectLog(table);
            var furniture = options.Deduplication.Features.Furniture;
            var learner = furniture.Learn ? new FurnitureLearner(furniture) : null;
            await new ArticleIngestion(options.Read, options.Deduplication.Threads, learner, records, rejects).ReadAsync(inputs.Files, progress, cancellation);
            var deduplication = options.Deduplication.Knowing(learner?.Learnt() ?? furniture.Known);
            var articles = new Deduplication(deduplication).Run(records, records.Count, progress is null ? null : new StageProgress(progress, records.Count), cancellation);
            var stories = StoryClustering.Run(
                articles,
                records,
                wanted with { Threads = deduplication.Threads, KeptFrom = Math.Min(wanted.KeptFrom, keptFrom) },
                await ArticleVectors.EmbedAsync(options.Embedder, records, records.Count, cancellation),
                (done, total) => progress?.Report(new(BatchStage.Stories, done, total, records.Count)),
                cancellation);
            return new FoundStories(stories, records, inputs.Notices, rejects.First);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    public void Dispose() => Records.Dispose();
}
