using System.Globalization;
using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary><c>stories</c>: how well stories agree with labelled ones.</summary>
internal static class StoriesCommand
{
    private static readonly string[] Sets = ["ecbplus-topics-01-22", "giveme5w1h", "gun-violence-dev"];

    public static int Run(Arguments arguments)
    {
        var data = arguments.Text("--data") ?? SharedData.Folder ?? throw new IOException("There are no labelled articles here; name their folder with --data.");
        var files = Sets.Select(set => Path.Combine(data, "stories", set + ".jsonl")).ToArray();
        var table = new MarkdownTable("set", "precision", "recall", "B-cubed F1", "ARI", "V", "stories", "largest share");
        foreach (var file in files) Measure(Path.GetFileNameWithoutExtension(file), [file], table, arguments);
        Measure("all three", files, table, arguments);
        Measure("giveme titles", [files[1]], table, arguments, true);
        Measure("gun titles", [files[2]], table, arguments, true);
        foreach (var lang in new[] { "en", "ru" }) Telegram(Path.Combine(data, "pairs", $"telegram-{lang}"));
        return 0;
    }

    private static void Telegram(string path)
    {
        var articles = new LoadedArticles([path + ".articles.jsonl"]);
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = 2 });
        var texts = StoryTexts.Of(result);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        var terms = result.ReadTerms(articles, texts.ConvertAll(text => text.Article).ToArray(), parallel, _ => { });
        var vectors = TermVectors.Create(terms, BackgroundFrequencies.Default);
        var measure = new StoryMeasure(vectors, Neighbourhood.LevelsOf(vectors, parallel), texts, new StoryOptions());
        var textOf = new Dictionary<int, int>();
        for (var i = 0; i < texts.Count; i++) textOf[texts[i].Article] = i;
        int T(string id)
        {
            var a = articles.Find(id);
            if (result.RemovalOf(a) is not null && result.GroupOf(a) is { } g) a = g.Canonical;
            return textOf.GetValueOrDefault(a, -1);
        }
        var pairs = File.ReadLines(path + ".pairs.jsonl").Select(line => JsonDocument.Parse(line).RootElement).Select(r =>
        {
            var (a, b) = (T(r.GetProperty("a").GetString()!), T(r.GetProperty("b").GetString()!));
            return (Gold: r.GetProperty("label").GetInt32() == 1, Z: a < 0 || b < 0 ? -1 : a == b ? 1 : measure.Closeness(a, b, measure.Vectors.Cosine(a, b)));
        }).ToList();
        var line = "";
        foreach (var t in new[] { 0.02, 0.06, 0.085, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3 })
        {
            double tp = pairs.Count(p => p.Gold && p.Z >= t), fp = pairs.Count(p => !p.Gold && p.Z >= t), fn = pairs.Count(p => p.Gold && p.Z < t);
            line += string.Create(CultureInfo.InvariantCulture, $" {t}:{2 * tp / ((2 * tp) + fp + fn):n3}");
        }
        Console.WriteLine($"| {Path.GetFileName(path)} {line}");
    }

    private static void Measure(string name, string[] files, MarkdownTable table, Arguments arguments, bool titles = false)
    {
        var articles = new LoadedArticles(files) { HeadlinesOnly = titles };
        var labels = Labels(files);
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = Environment.ProcessorCount });
        var found = StoryClustering.Run(result, articles, new StoryOptions { Threads = Environment.ProcessorCount });
        foreach (var threshold in (arguments.Text("--thresholds") ?? "0.085").Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)))
        {
            var stories = found.At(threshold);
            var agreement = ClusteringAgreement.Of([.. labels.Values], [.. labels.Keys.Select(id => NameOf(articles.Find(id)))]);
            table.Row($"{name} {threshold}", $"{agreement.BCubedPrecision:n3}", $"{agreement.BCubedRecall:n3}", $"{agreement.BCubedF1:n3}", $"{agreement.AdjustedRandIndex:n3}", $"{agreement.VMeasure:n3}", $"{agreement.Clusters}", $"{agreement.LargestShare:n3}");

            string NameOf(int article) => stories.StoryOf(article)?.Id ?? $"alone-{article}";
        }
    }

    private static Dictionary<string, string> Labels(IEnumerable<string> files)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var line in File.ReadLines(file))
            {
                using var record = JsonDocument.Parse(line);
                if (record.RootElement.TryGetProperty("label", out var label) && label.ValueKind != JsonValueKind.Null)
                    labels.TryAdd(record.RootElement.GetProperty("id").GetString()!, label.ToString());
            }
        }
        return labels;
    }
}
