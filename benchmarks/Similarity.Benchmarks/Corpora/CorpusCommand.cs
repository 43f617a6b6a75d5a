using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary><c>corpus</c>: writes a corpus to a file.</summary>
internal static class CorpusCommand
{
    public static int Run(Arguments arguments)
    {
        var options = new CorpusOptions
        {
            Kind = ParseKind(arguments.Required("--kind")),
            Articles = arguments.Integer("--articles", 10_000),
            MeanBytes = arguments.Integer("--mean-bytes", 3000),
            Seed = (ulong)arguments.Integer("--seed", 1),
            Source = arguments.Text("--source") ?? SharedData.RawArticles,
        };
        var path = arguments.Required("--output");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 18);
        var bodyBytes = CorpusBuilder.Write(options, file);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{options.Articles:n0} articles, {bodyBytes / 1e6:n1} MB of body text in {path}"));
        return 0;
    }

    private static CorpusKind ParseKind(string text) => text switch
    {
        "resampled" => CorpusKind.Resampled,
        "identical" => CorpusKind.Identical,
        "template" => CorpusKind.Template,
        "near-identical" => CorpusKind.NearIdentical,
        "one-bucket" => CorpusKind.OneBucket,
        _ => throw new ArgumentException($"--kind: '{text}' is none of resampled, identical, template, near-identical, one-bucket."),
    };
}
