namespace Similarity.Formats;

/// <summary>Finds the stories of some files as a run does, and compares them with labels.</summary>
public static class EvaluationRun
{
    /// <summary>Errors of each kind that are told.</summary>
    private const int MostErrors = 25;

    private static readonly double[] Thresholds = [.. Enumerable.Range(2, 20).Select(i => i / 100.0)];

    /// <summary>Runs and compares.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="gold">The labels.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The inputs cannot be used, or no article has a label.</exception>
    public static async Task<EvaluationOutcome> RunAsync(BatchRunOptions options, GoldLabels gold, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(gold);
        var wanted = options.Stories ?? new StoryOptions();
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var found = await Task.Run(() => InputDiscovery.Find(options.Inputs, options.Read, outputFolder: null), cancellation).WaitAsync(cancellation);
        using var records = new StoredRecords(options.Read.Fields, Path.GetTempPath());
        await using var table = new JsonLinesTable(Stream.Null, RejectLog.Columns);
        var rejects = new RejectLog(table);
        var furniture = options.Deduplication.Features.Furniture;
        var learner = furniture.Learn ? new FurnitureLearner(furniture) : null;
        await new ArticleIngestion(options.Read, options.Deduplication.Threads, learner, records, rejects).ReadAsync(found.Files, progress, cancellation);
        var deduplication = options.Deduplication.Knowing(learner?.Learnt() ?? furniture.Known);
        var articles = new Deduplication(deduplication).Run(records, records.Count, progress is null ? null : new StageProgress(progress, records.Count), cancellation);
        // Pairs are kept down to the lowest threshold of the sweep.
        var stories = StoryClustering.Run(
            articles, records, wanted with { Threads = deduplication.Threads, KeptFrom = Math.Min(wanted.KeptFrom, Thresholds[0]) }, await ArticleVectors.EmbedAsync(options.Embedder, records, records.Count, cancellation), (done, total) => progress?.Report(new(BatchStage.Stories, done, total, records.Count)), cancellation);

        var labelled = Enumerable.Range(0, articles.Count).Select(article => (Article: article, Label: gold.ById.GetValueOrDefault(articles.IdOf(article)))).Where(article => article.Label is not null).ToList();
        if (labelled.Count == 0) throw new InputException($"none of {articles.Count} articles has one of the {gold.ById.Count} ids that are labelled");
        string[] truth = [.. labelled.Select(article => article.Label!)];
        int[] numbers = [.. labelled.Select(article => article.Article)];
        return new EvaluationOutcome(
            articles.Count,
            labelled.Count,
            gold.ById.Count - labelled.Select(article => articles.IdOf(article.Article)).Distinct(StringComparer.Ordinal).Count(),
            stories.Options.Threshold,
            Agreement(stories),
            AgreementInterval.Of(truth, Names(stories)),
            [.. Thresholds.Select(threshold => (threshold, Agreement(stories.At(threshold, cancellation))))],
            StoryErrors.Find(stories, numbers, truth, new ArticleShowing(records), MostErrors),
            found.Notices,
            rejects.First);

        string[] Names(StoryResult result) => [.. numbers.Select(article => result.StoryOf(article)?.Id ?? $"alone-{article}")];

        ClusteringAgreement Agreement(StoryResult result) => ClusteringAgreement.Of(truth, Names(result));
    }
}
