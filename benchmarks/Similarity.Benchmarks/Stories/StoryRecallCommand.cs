namespace Similarity.Benchmarks;

/// <summary><c>story-recall</c>: how many pairs of texts of one labelled story are measured at all, among how many others.</summary>
internal static class StoryRecallCommand
{
    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        var files = StoryLabels.Sets.Select(set => StoryLabels.FileOf(data, set)).ToList();
        var articles = new LoadedArticles(files.Concat(arguments.Words));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = Environment.ProcessorCount });
        var texts = StoryTexts.Of(result);
        var terms = result.ReadTerms(articles, texts.ConvertAll(text => text.Article).ToArray(), parallel, _ => { });
        var vectors = new CollectedTermVectors(terms, BackgroundFrequencies.Default);
        var measure = new StoryMeasure(vectors, Neighbourhood.LevelsOf(vectors, parallel), texts, new StoryOptions());
        var options = new StoryOptions();
        var met = new StoryCandidates(measure, double.NegativeInfinity).Find(parallel).Select(edge => (edge.A, edge.B)).ToHashSet();
        var kept = new StoryCandidates(measure, options.Floor).Find(parallel).Select(edge => (edge.A, edge.B)).ToHashSet();

        var textOf = texts.Index().ToDictionary(text => text.Item.Article, text => text.Index);
        var table = new MarkdownTable("set", "texts in all", "pairs of one story", "measured", "share", "of these close enough", "kept", "share");
        foreach (var set in StoryLabels.Sets)
        {
            var pairs = StoryLabels.Read([StoryLabels.FileOf(data, set)])
                .GroupBy(label => label.Value, label => articles.Find(label.Key), StringComparer.Ordinal)
                .SelectMany(story => Pairs([.. story.Where(textOf.ContainsKey).Select(article => textOf[article]).Order()]))
                .ToList();
            var close = pairs.Where(pair => measure.Closeness(pair.A, pair.B, vectors.Cosine(pair.A, pair.B)) >= options.Threshold).ToList();
            table.Row($"{set}", $"{texts.Count}", $"{pairs.Count}", $"{pairs.Count(met.Contains)}", $"{(double)pairs.Count(met.Contains) / pairs.Count:n4}", $"{close.Count}", $"{close.Count(kept.Contains)}", $"{(double)close.Count(kept.Contains) / close.Count:n4}");
        }
        return 0;
    }

    private static IEnumerable<(int A, int B)> Pairs(List<int> texts) => texts.SelectMany(a => texts.Where(b => b > a).Select(b => (a, b)));
}
