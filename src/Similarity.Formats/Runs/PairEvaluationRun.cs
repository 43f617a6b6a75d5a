namespace Similarity.Formats;

/// <summary>Finds the stories of some files as a run does, and compares them with labelled pairs.</summary>
public static class PairEvaluationRun
{
    private const int MostErrors = 50;

    /// <summary>Runs and compares.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="labels">The pairs.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The inputs cannot be used, or no pair of theirs is labelled.</exception>
    public static async Task<PairEvaluationOutcome> RunAsync(BatchRunOptions options, LabelledPairs labels, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(labels);
        var thresholds = EvaluationRun.Thresholds;
        using var found = await FoundStories.FindAsync(options, thresholds[0], progress, cancellation);
        var (stories, articles) = (found.Stories, found.Stories.Articles);
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var article = 0; article < articles.Count; article++) _ = indices.TryAdd(articles.IdOf(article), article);
        var labelled = labels.All.Where(pair => pair.Label is PairLabel.Same or PairLabel.Different).ToList();
        var pairs = labelled
            .Select(pair => (Pair: pair, A: indices.GetValueOrDefault(pair.A, -1), B: indices.GetValueOrDefault(pair.B, -1)))
            .Where(pair => pair.A >= 0 && pair.B >= 0 && articles.FormOf(pair.A) != TextForm.Empty && articles.FormOf(pair.B) != TextForm.Empty)
            .ToList();
        if (pairs.Count == 0) throw new InputException($"none of {labels.All.Count} pairs is labelled same or different and of articles that were read");
        var showing = new ArticleShowing(found.Records);
        return new PairEvaluationOutcome(
            articles.Count,
            pairs.Count,
            labels.All.Count(pair => pair.Label == PairLabel.Unsure),
            labels.All.Count(pair => pair.Label == PairLabel.Open),
            labelled.Count - pairs.Count,
            stories.Options.Threshold,
            Agreement(stories),
            [.. thresholds.Select(threshold => (threshold, Agreement(stories.At(threshold, cancellation))))],
            [
                .. pairs
                    .Where(pair => IsTogether(stories, pair.A, pair.B) != (pair.Pair.Label == PairLabel.Same))
                    .OrderByDescending(pair => pair.Pair.Weight)
                    .Take(MostErrors)
                    .Select(pair => new PairError(pair.Pair.Label == PairLabel.Different, pair.Pair.Weight, Show(pair.A), Show(pair.B), stories.EvidenceBetween(pair.A, pair.B))),
            ],
            found.Notices,
            found.FirstRejects);

        PairAgreement Agreement(StoryResult result) => PairAgreement.Of([.. pairs.Select(pair => new JudgedPair(
            pair.Pair.Stratum, pair.Pair.StratumPairs, pair.Pair.Weight, pair.Pair.Label == PairLabel.Same, IsTogether(result, pair.A, pair.B)))]);

        ShownArticle Show(int article) => showing.Show(article, articles.IdOf(article));
    }

    private static bool IsTogether(StoryResult stories, int a, int b) => stories.StoryOf(a) is { } story && ReferenceEquals(story, stories.StoryOf(b));
}
