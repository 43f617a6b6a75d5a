using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary><c>stories</c>: how well stories found with the defaults agree with labelled ones, what each kind of evidence is worth, and what is left of it on a set that the threshold was not chosen on.</summary>
internal static class StoriesCommand
{
    private static readonly double[] Thresholds = [.. Enumerable.Range(4, 13).Select(i => i / 100.0)];
    private static readonly double[] PlainThresholds = [.. Enumerable.Range(10, 31).Select(i => i / 100.0)];

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        Machine.PrintHeading("Stories", "stories");
        string[] all = [.. StoryLabels.Sets.Select(set => StoryLabels.FileOf(data, set))];
        var trials = StoryLabels.Sets.Select(set => (Name: set, Trial: new StoryTrial([StoryLabels.FileOf(data, set)], new()))).ToList();
        trials.Add(("all three in one run", new StoryTrial(all, new())));
        trials.Add(("giveme5w1h, headlines alone", new StoryTrial([StoryLabels.FileOf(data, "giveme5w1h")], new() { HeadlinesOnly = true })));

        PrintKinds(trials, new StoryTrial(all, new() { WithoutDatesAndOutlets = true }));
        PrintThresholds(trials);
        return 0;
    }

    private static void PrintKinds(List<(string Name, StoryTrial Trial)> trials, StoryTrial withoutDatesAndOutlets)
    {
        Console.WriteLine("One configuration for all sets. The interval holds 95 % of a thousand sets drawn from the true stories. Plain cosine: average linkage of TF-IDF");
        Console.WriteLine("cosines at the one threshold that is best for the three sets by their labels.\n");
        var plain = trials.ConvertAll(trial => trial.Trial.Plain(PlainThresholds).ToList());
        var best = Enumerable.Range(0, PlainThresholds.Length).MaxBy(i => plain.Take(StoryLabels.Sets.Count).Sum(set => set[i].Agreement.BCubedF1));
        var embedder = FastText.GeneralModel.CreateEmbedder();
        var table = new MarkdownTable("set", "found by", "B-cubed P", "R", "F1", "interval", "ARI", "V", "stories", "largest share");
        foreach (var (i, (name, trial)) in trials.Index())
        {
            Row(table, name, string.Create(CultureInfo.InvariantCulture, $"plain cosine, {PlainThresholds[best]}"), plain[i][best].Agreement, plain[i][best].Interval);
            Add(name, "the defaults", trial, new());
            Add(name, "without the second look by names", trial, new() { SplitsByNames = false });
            Add(name, "with an embedder's candidates", trial, new(), embedder);
        }
        Add("all three in one run", "without dates and outlets", withoutDatesAndOutlets, new());

        void Add(string name, string kind, StoryTrial trial, StoryOptions options, IArticleEmbedder? embedder = null)
        {
            var (agreement, interval) = trial.Judge(trial.Find(options, embedder));
            Row(table, name, kind, agreement, interval);
        }
    }

    /// <summary>Every threshold, and for each set the one that the other two would choose.</summary>
    private static void PrintThresholds(List<(string Name, StoryTrial Trial)> trials)
    {
        Console.WriteLine("\nB-cubed F1 / ARI by threshold. Leave one out: at the threshold where the other two sets have the highest mean F1.\n");
        var found = trials.ConvertAll(trial =>
        {
            var stories = trial.Trial.Find(new() { Threshold = Thresholds[0] });
            return Thresholds.Select(threshold => trial.Trial.Judge(stories.At(threshold)).Agreement).ToList();
        });
        var table = new MarkdownTable(["threshold", .. trials.Select(trial => trial.Name)]);
        foreach (var (i, threshold) in Thresholds.Index()) table.Row([$"{threshold:n2}", .. found.Select(set => (FormattableString)$"{set[i].BCubedF1:n3} / {set[i].AdjustedRandIndex:n3}")]);
        table.Row([$"leave one out", .. trials.Select((_, set) => LeaveOneOut(found, set))]);
    }

    private static FormattableString LeaveOneOut(List<List<ClusteringAgreement>> found, int set)
    {
        if (set >= StoryLabels.Sets.Count) return $"";
        var chosen = Enumerable.Range(0, Thresholds.Length).MaxBy(i => Enumerable.Range(0, StoryLabels.Sets.Count).Where(other => other != set).Sum(other => found[other][i].BCubedF1));
        return $"{found[set][chosen].BCubedF1:n3} / {found[set][chosen].AdjustedRandIndex:n3} at {Thresholds[chosen]:n2}";
    }

    private static void Row(MarkdownTable table, string name, string kind, ClusteringAgreement agreement, AgreementInterval interval) =>
        table.Row($"{name}", $"{kind}", $"{agreement.BCubedPrecision:n3}", $"{agreement.BCubedRecall:n3}", $"{agreement.BCubedF1:n3}", $"{interval.Low:n3}-{interval.High:n3}", $"{agreement.AdjustedRandIndex:n3}", $"{agreement.VMeasure:n3}", $"{agreement.Clusters}", $"{agreement.LargestShare:n3}");
}
