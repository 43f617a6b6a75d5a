using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary><c>stories</c>: how well stories found with the defaults agree with labelled ones, and what each kind of evidence is worth.</summary>
internal static class StoriesCommand
{
    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        double[] thresholds = arguments.Text("--thresholds") is { } texts ? [.. texts.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))] : [new StoryOptions().Threshold];
        Machine.PrintHeading("Stories", "stories");
        Console.WriteLine("One configuration for all sets. The interval holds 95 % of a thousand sets drawn from the true stories.\n");
        var table = new MarkdownTable("set", "threshold", "B-cubed P", "R", "F1", "interval", "ARI", "V", "stories", "largest share");
        foreach (var set in StoryLabels.Sets) Measure(set, [StoryLabels.FileOf(data, set)], new(), new());
        string[] all = [.. StoryLabels.Sets.Select(set => StoryLabels.FileOf(data, set))];
        Measure("all three in one run", all, new(), new());
        Measure("... without dates and outlets", all, new() { WithoutDatesAndOutlets = true }, new());
        Measure("... without the second look by names", all, new(), new() { SplitsByNames = false });
        Measure("giveme5w1h, headlines alone", [StoryLabels.FileOf(data, "giveme5w1h")], new() { HeadlinesOnly = true }, new());
        return 0;

        void Measure(string name, string[] files, ArticleParts parts, StoryOptions options)
        {
            var articles = new LoadedArticles(files) { Parts = parts };
            var labels = StoryLabels.Read(files);
            var result = articles.Deduplicate(new DeduplicationOptions { Threads = Environment.ProcessorCount });
            var found = StoryClustering.Run(result, articles, options with { Threads = Environment.ProcessorCount });
            string[] truth = [.. labels.Values];
            foreach (var threshold in thresholds)
            {
                var stories = found.At(threshold);
                string[] names = [.. labels.Keys.Select(articles.Find).Select(article => stories.StoryOf(article)?.Id ?? $"alone-{article}")];
                var agreement = ClusteringAgreement.Of(truth, names);
                var interval = AgreementInterval.Of(truth, names);
                table.Row($"{name}", $"{threshold}", $"{agreement.BCubedPrecision:n3}", $"{agreement.BCubedRecall:n3}", $"{agreement.BCubedF1:n3}", $"{interval.Low:n3}-{interval.High:n3}", $"{agreement.AdjustedRandIndex:n3}", $"{agreement.VMeasure:n3}", $"{agreement.Clusters}", $"{agreement.LargestShare:n3}");
            }
        }
    }
}
