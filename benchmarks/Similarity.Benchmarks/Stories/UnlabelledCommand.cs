namespace Similarity.Benchmarks;

/// <summary>
/// <c>unlabelled</c>: what <c>suggest</c> and <c>sample</c> are worth where labels are known: how far the suggested threshold is from the best, and how far
/// F1 from a sample of labelled pairs is from that of all pairs.
/// </summary>
internal static class UnlabelledCommand
{
    private static readonly double[] Thresholds = [.. Enumerable.Range(2, 24).Select(i => i / 100.0)];

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        var (samples, pairs) = (arguments.Integer("--samples", 60), arguments.Integer("--pairs", 200));
        Machine.PrintHeading("Without labels", "unlabelled");
        Console.WriteLine("Suggestion: B-cubed F1 at the suggested threshold and at the default below the best of any threshold.");
        Console.WriteLine($"Samples: {samples} of {pairs} pairs labelled by the set's labels; pairwise F1 of all pairs that can be drawn, the mean and the root mean square difference of the estimates, and how many 95 % intervals hold it.\n");
        var table = new MarkdownTable("set", "suggested", "sure", "F1 lost", "lost at the default", "F1 of all pairs", "mean estimate", "rms difference", "intervals that hold");
        foreach (var set in StoryLabels.Sets) Measure(set, StoryLabels.FileOf(data, set), new());
        Measure("giveme5w1h, headlines alone", StoryLabels.FileOf(data, "giveme5w1h"), new() { HeadlinesOnly = true });
        return 0;

        void Measure(string name, string file, ArticleParts parts)
        {
            var trial = new StoryTrial([file], parts);
            var found = trial.Find(new StoryOptions { KeptFrom = ThresholdSuggestion.Least });
            var suggestion = ThresholdSuggestion.Of(found);
            var best = Thresholds.Max(F1At);
            var truth = Judge(PairSample.Draw(found, int.MaxValue)).F1.Value;
            var estimates = Enumerable.Range(1, samples).Select(seed => Judge(PairSample.Draw(found, pairs, seed)).F1).ToList();
            table.Row(
                $"{name}", $"{suggestion.Threshold:n3}", $"{(suggestion.IsClear ? "yes" : "no")}", $"{best - F1At(suggestion.Threshold):n3}", $"{best - F1At(new StoryOptions().Threshold):n3}",
                $"{truth:n3}", $"{estimates.Average(estimate => estimate.Value):n3}", $"{Math.Sqrt(estimates.Average(estimate => Math.Pow(estimate.Value - truth, 2))):n3}",
                $"{estimates.Count(estimate => estimate.Low <= truth && truth <= estimate.High)} of {samples}");

            double F1At(double threshold) => trial.Judge(found.At(threshold)).Agreement.BCubedF1;

            PairAgreement Judge(IReadOnlyList<SampledPair> drawn) => PairAgreement.Of([.. drawn
                .Where(pair => trial.LabelOf(pair.A) is not null && trial.LabelOf(pair.B) is not null)
                .Select(pair => new JudgedPair(pair.Stratum, pair.StratumPairs, pair.Weight, trial.LabelOf(pair.A) == trial.LabelOf(pair.B), pair.IsTogether))]);
        }
    }
}
