namespace Similarity.Formats;

/// <summary>Finds the stories of some files as a run does, and fits the probability that two texts tell one to labels.</summary>
public static class CalibrationRun
{
    private const int Folds = 5;

    /// <summary>Fits to labels of articles: to all pairs that are close enough to be kept, of articles that are labelled.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="gold">The labels.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The inputs cannot be used, or the labels do not suffice.</exception>
    public static async Task<CalibrationOutcome> RunAsync(BatchRunOptions options, GoldLabels gold, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(gold);
        using var found = await FoundStories.FindAsync(options, new StoryOptions().Floor, progress: null, cancellation);
        var articles = found.Stories.Articles;
        var labels = Enumerable.Range(0, articles.Count).Select(article => gold.ById.GetValueOrDefault(articles.IdOf(article))).ToList();
        return Fit(
            [
                .. from pair in found.Stories.ClosePairs()
                   where labels[pair.Article] is not null && labels[pair.Other] is not null
                   // Pairs of one story are right or wrong together, and so in one fold.
                   select (new LabelledCloseness(pair.Closeness, labels[pair.Article] == labels[pair.Other]), labels[pair.Article]!),
            ],
            found);
    }

    /// <summary>Fits to labelled pairs, by their weights.</summary>
    /// <inheritdoc cref="RunAsync(BatchRunOptions, GoldLabels, CancellationToken)"/>
    public static async Task<CalibrationOutcome> RunAsync(BatchRunOptions options, LabelledPairs pairs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(pairs);
        using var found = await FoundStories.FindAsync(options, new StoryOptions().Floor, progress: null, cancellation);
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var article = 0; article < found.Stories.Articles.Count; article++) _ = indices.TryAdd(found.Stories.Articles.IdOf(article), article);
        var labelled = new List<(LabelledCloseness, string)>();
        foreach (var pair in pairs.All.Where(pair => pair.Label is PairLabel.Same or PairLabel.Different))
        {
            if (!indices.TryGetValue(pair.A, out var a) || !indices.TryGetValue(pair.B, out var b) || found.Stories.EvidenceBetween(a, b) is not { } evidence) continue;
            labelled.Add((new LabelledCloseness(evidence.Closeness, pair.Label == PairLabel.Same, pair.Weight), pair.A));
        }
        return Fit(labelled, found);
    }

    private static CalibrationOutcome Fit(List<(LabelledCloseness Pair, string Unit)> labelled, FoundStories found)
    {
        try
        {
            var pairs = labelled.ConvertAll(pair => pair.Pair);
            var calibration = StoryCalibration.Fit(pairs);
            return new CalibrationOutcome(
                calibration,
                pairs.Count,
                pairs.Count(pair => pair.IsSame),
                HeldBack(labelled),
                Reliability.Of(pairs, StoryCalibration.General),
                found.Notices,
                found.FirstRejects);
        }
        catch (ArgumentException fault)
        {
            throw new InputException($"the labels do not suffice, with {labelled.Count} labelled pairs that are close enough to compare: {fault.Message.Split(" (Parameter", 2)[0]}", fault);
        }
    }

    private static Reliability HeldBack(List<(LabelledCloseness Pair, string Unit)> labelled)
    {
        var folds = labelled.GroupBy(pair => FoldOf(pair.Unit)).OrderBy(fold => fold.Key).Select(fold => fold.Select(pair => pair.Pair).ToList()).ToList();
        var predicted = new List<(LabelledCloseness, double)>();
        foreach (var fold in folds)
        {
            var calibration = FitOrGeneral([.. folds.Where(other => other != fold).SelectMany(other => other)]);
            predicted.AddRange(fold.Select(pair => (pair, calibration.ProbabilityOf(pair.Closeness))));
        }
        return Reliability.Of(predicted);
    }

    /// <summary>Few pairs may not suffice when a fifth of them is held back.</summary>
    private static StoryCalibration FitOrGeneral(List<LabelledCloseness> pairs)
    {
        try
        {
            return StoryCalibration.Fit(pairs);
        }
        catch (ArgumentException)
        {
            return StoryCalibration.General;
        }
    }

    private static int FoldOf(string unit) => (int)(System.IO.Hashing.XxHash3.HashToUInt64(System.Runtime.InteropServices.MemoryMarshal.AsBytes(unit.AsSpan())) % Folds);
}
