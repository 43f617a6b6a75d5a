namespace Similarity.Formats;

/// <summary>Finds the stories of some files and says, without labels, which threshold suggests itself and how stable stories are at which.</summary>
public static class SuggestionRun
{
    /// <summary>Runs.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="subsets">Random subsets a threshold that stories are compared with, at least 1.</param>
    /// <param name="seed">Decides the subsets.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The inputs cannot be used, or hold no words.</exception>
    public static async Task<SuggestionOutcome> RunAsync(BatchRunOptions options, int subsets = 4, int seed = 1, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var found = await FoundStories.FindAsync(options, ThresholdSuggestion.Least, progress, cancellation);
        var articles = found.Stories.Articles;
        if (Enumerable.Range(0, articles.Count).All(article => articles.FormOf(article) == TextForm.Empty)) throw new InputException($"none of {articles.Count} articles has a word");
        if (!found.Stories.ClosePairs().Any()) throw new InputException($"no two of {articles.Count} articles are close, so no threshold suggests itself");
        return new SuggestionOutcome(
            articles.Count,
            ThresholdSuggestion.Of(found.Stories, seed),
            StoryStability.Measure(found.Stories, EvaluationRun.Thresholds, subsets, seed: seed, cancellation: cancellation),
            found.Stories.Options.Threshold,
            found.Notices,
            found.FirstRejects);
    }
}
