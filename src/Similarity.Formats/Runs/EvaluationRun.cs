namespace Similarity.Formats;

/// <summary>Finds the stories of some files as a run does, and compares them with labels.</summary>
public static class EvaluationRun
{
    /// <summary>Errors of each kind that are told.</summary>
    private const int MostErrors = 25;

    /// <summary>The thresholds of the sweep, ascending.</summary>
    internal static readonly double[] Thresholds = [.. Enumerable.Range(2, 20).Select(i => i / 100.0)];

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
        // Pairs are kept down to the lowest threshold of the sweep.
        using var found = await FoundStories.FindAsync(options, Thresholds[0], progress, cancellation);
        var (stories, articles) = (found.Stories, found.Stories.Articles);
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
            StoryErrors.Find(stories, numbers, truth, new ArticleShowing(found.Records), MostErrors),
            found.Notices,
            found.FirstRejects);

        string[] Names(StoryResult result) => [.. numbers.Select(article => result.StoryOf(article)?.Id ?? $"alone-{article}")];

        ClusteringAgreement Agreement(StoryResult result) => ClusteringAgreement.Of(truth, Names(result));
    }
}
