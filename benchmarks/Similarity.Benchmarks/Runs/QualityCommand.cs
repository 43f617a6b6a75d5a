namespace Similarity.Benchmarks;

/// <summary><c>quality</c>: what a run finds, against labelled copies and against exact resemblance.</summary>
internal static class QualityCommand
{
    private static readonly double[] Thresholds = [0.3, 0.5, 0.7, 0.8];

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        Machine.PrintHeading("Quality", "quality");
        CompareWithLabels(data);
        CompareWithResemblance(data);
        return 0;
    }

    private static void CompareWithLabels(string data)
    {
        var articles = new LoadedArticles(Directory.EnumerateFiles(Path.Combine(data, "stories"), "*.jsonl").Order(StringComparer.Ordinal));
        var result = articles.Deduplicate(new DeduplicationOptions());
        var findings = LabelledPair.Read(Path.Combine(data, "pairs/reuse-mechanical.pairs.jsonl"), "label")
            .Select(pair => (Pair: pair, Finding: pair.FindIn(articles, result)))
            .Where(found => found.Finding is not null)
            .ToList();

        Console.WriteLine($"""
            ## Labelled copies

            {articles.Count} articles of the three story sets in one run; {findings.Count} labelled pairs. The labels were made with
            aligned 6-word passages, not by people: 3 copy, 2 derived, 1 shares passages, 0 neither.

            """);
        var table = new MarkdownTable("label", "copies", "same group besides", "none");
        foreach (var label in findings.GroupBy(found => (found.Pair.Value, found.Pair.Kind)).OrderByDescending(label => label.Key.Value).ThenBy(label => label.Key.Kind, StringComparer.Ordinal))
        {
            table.Row(
                $"{label.Key.Value} {label.Key.Kind}",
                $"{label.Count(found => found.Finding == PairFinding.Copies)}",
                $"{label.Count(found => found.Finding == PairFinding.SameGroup)}",
                $"{label.Count(found => found.Finding == PairFinding.None)}");
        }
        Console.WriteLine("\nWith the labels 2 and 3 as positive:\n");
        var measures = new MarkdownTable("found as", "precision", "recall");
        PrintMeasures(measures, "copies", findings, PairFinding.Copies);
        PrintMeasures(measures, "same group", findings, PairFinding.SameGroup);
    }

    private static void PrintMeasures(
        MarkdownTable table, string name, List<(LabelledPair Pair, PairFinding? Finding)> findings, PairFinding least)
    {
        var found = findings.Count(pair => pair.Finding >= least);
        var positive = findings.Count(pair => pair.Pair.Value >= 2);
        var both = findings.Count(pair => pair.Finding >= least && pair.Pair.Value >= 2);
        table.Row($"{name}", $"{(double)both / found:n3}", $"{(double)both / positive:n3}");
    }

    private static void CompareWithResemblance(string data)
    {
        var articles = new LoadedArticles([Path.Combine(data, "raw/allsides-12500.jsonl.gz")]);
        var pairs = LabelledPair.Read(Path.Combine(data, "raw/allsides-12500.word5-jaccard.jsonl"), "j5");
        Console.WriteLine($"""

            ## Exact resemblance

            {articles.Count} raw articles as they stand, furniture included; pairs by their exact resemblance of word 5-grams, with the threshold of a reprint set to
            the least of it. "Candidates" is how many pairs the run looked at.

            """);
        var table = new MarkdownTable("resemblance from", "pairs", "copies", "same group besides", "none", "recall of copies", "candidates", "bands x rows");
        foreach (var threshold in Thresholds)
        {
            var result = articles.Deduplicate(new DeduplicationOptions { Features = new FeatureOptions { Furniture = FurnitureOptions.None }, Rules = new MatchRules { Reprint = threshold } });
            var findings = pairs.Where(pair => pair.Value >= threshold).Select(pair => pair.FindIn(articles, result)).OfType<PairFinding>().ToList();
            var same = findings.Count(finding => finding == PairFinding.Copies);
            table.Row(
                $"{threshold}",
                $"{findings.Count}",
                $"{same}",
                $"{findings.Count(finding => finding == PairFinding.SameGroup)}",
                $"{findings.Count(finding => finding == PairFinding.None)}",
                $"{(double)same / findings.Count:n3}",
                $"{result.Verified}",
                $"{result.Bands.Bands} x {result.Bands.Rows}");
        }
    }
}
