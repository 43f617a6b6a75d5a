using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary>
/// <c>calibration</c>: fits <see cref="StoryCalibration.General"/>, and says how far it comes true on sets that it was not fitted to, and what it makes of
/// pairs that people judged.
/// </summary>
internal static class CalibrationCommand
{
    /// <summary>Each set counts as much as so many pairs.</summary>
    private const double WeightOfSet = 1000;

    private static readonly string[] Judged = ["telegram-en", "telegram-ru"];

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        Machine.PrintHeading("Calibration of closeness", "calibration");
        var sets = StoryLabels.Sets.ToDictionary(set => set, set => PairsOf(data, set), StringComparer.Ordinal);
        var general = StoryCalibration.Fit([.. sets.Values.SelectMany(pairs => pairs)]);
        Console.WriteLine($"Fitted to the three sets: slope {general.Slope:n2}, intercept {general.Intercept:n2}, {general.Pairs} pairs. Below, each set is predicted by a calibration fitted to the other two.\n");

        var held = sets.Keys.ToDictionary(set => set, set => StoryCalibration.Fit([.. sets.Where(other => other.Key != set).SelectMany(other => other.Value)]), StringComparer.Ordinal);
        var table = new MarkdownTable("set", "pairs", "of one story", "expected error", "Brier", "F1 at .5", "best F1");
        foreach (var (set, pairs) in sets) Row(set, pairs, held[set]);
        foreach (var judged in Judged) Row(judged, JudgedPairs(data, judged), general);
        Console.WriteLine("\nShare of pairs that tell one story, by what was predicted of them (number of pairs):\n");
        var bins = new MarkdownTable(["predicted", .. StoryLabels.Sets]);
        var reliabilities = StoryLabels.Sets.Select(set => Reliability.Of(sets[set], held[set])).ToList();
        for (var bin = 0; bin < 10; bin++)
        {
            var least = bin / 10.0;
            bins.Row([$"{least:n1}-{least + 0.1:n1}", .. reliabilities.Select(found => found.Bins.FirstOrDefault(one => Math.Abs(one.Least - least) < 0.01)).Select(one => one is null ? (FormattableString)$"" : $"{one.Observed:n2} ({one.Pairs})")]);
        }
        return 0;

        void Row(string set, List<LabelledCloseness> pairs, StoryCalibration calibration)
        {
            var reliability = Reliability.Of(pairs, calibration);
            var best = pairs.Select(pair => F1(pairs, pair.Closeness)).Max();
            table.Row($"{set}", $"{pairs.Count}", $"{pairs.Count(pair => pair.IsSame)}", $"{reliability.ExpectedError:n3}", $"{reliability.Brier:n3}", $"{F1(pairs, -calibration.Intercept / calibration.Slope):n3}", $"{best:n3}");
        }
    }

    private static double F1(List<LabelledCloseness> pairs, double threshold)
    {
        var found = pairs.Count(pair => pair.Closeness >= threshold);
        var right = pairs.Count(pair => pair.IsSame && pair.Closeness >= threshold);
        return 2.0 * right / (found + pairs.Count(pair => pair.IsSame));
    }

    private static List<LabelledCloseness> PairsOf(string data, string set)
    {
        var labels = StoryLabels.Read([StoryLabels.FileOf(data, set)]);
        var (articles, found) = Find([StoryLabels.FileOf(data, set)]);
        var labelOf = labels.ToDictionary(label => articles.Find(label.Key), label => label.Value);
        List<(double Closeness, bool IsSame)> pairs =
        [
            .. from pair in found.ClosePairs()
               where labelOf.ContainsKey(pair.Article) && labelOf.ContainsKey(pair.Other)
               select (pair.Closeness, labelOf[pair.Article] == labelOf[pair.Other]),
        ];
        return pairs.ConvertAll(pair => new LabelledCloseness(pair.Closeness, pair.IsSame, WeightOfSet / pairs.Count));
    }

    private static List<LabelledCloseness> JudgedPairs(string data, string set)
    {
        var (articles, found) = Find([Path.Combine(data, "pairs", set + ".articles.jsonl")]);
        var pairs = new List<LabelledCloseness>();
        foreach (var line in File.ReadLines(Path.Combine(data, "pairs", set + ".pairs.jsonl")))
        {
            using var pair = JsonDocument.Parse(line);
            var (a, b) = (articles.Find(pair.RootElement.GetProperty("a").GetString()!), articles.Find(pair.RootElement.GetProperty("b").GetString()!));
            // Articles of one text are as close as can be.
            pairs.Add(new LabelledCloseness(found.EvidenceBetween(a, b)?.Closeness ?? 1, pair.RootElement.GetProperty("label").GetInt32() == 1));
        }
        return pairs;
    }

    private static (LoadedArticles Articles, StoryResult Found) Find(string[] files)
    {
        var articles = new LoadedArticles(files);
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = Environment.ProcessorCount });
        return (articles, StoryClustering.Run(result, articles, new StoryOptions { Threads = Environment.ProcessorCount }));
    }
}
