using System.CommandLine;
using System.Globalization;
using System.Text;
using Similarity.FastText;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity embed</c>: a vector of each article of some files.</summary>
internal static class EmbedCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for dedupe.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var model = new Option<string>("--model") { Description = "A model of fastText: .bin, .ftz or .vec.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(model);
        var output = new Option<string>("--output", "-o") { Description = "Where the vectors go; Parquet, or JSON Lines where the name ends in .jsonl.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(output);
        var threads = new Option<int>("--threads") { Description = "Threads to read with; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Checks.InRange(threads, 1, 1024);
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        var reading = new ReadingArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("embed", "Turn articles to vectors, by the words that a fastText model knows.") { inputs, model, output, threads };
        furniture.AddTo(command);
        reading.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellation) =>
        {
            var features = new FeatureOptions { Furniture = furniture.Read(parsed) };
            var (given, path) = (parsed.GetRequiredValue(inputs), parsed.GetRequiredValue(model));
            var read = reading.Read(parsed);
            using var opened = ModelFiles.Open(path);
            // Before the work, so that a place that cannot be written to is known at once.
            using var file = ReplacedFile.Create(parsed.GetRequiredValue(output));
            var embedder = ModelFiles.OpenEmbedder(opened, path, features) ?? await FitAsync(opened, given, read, features, parsed.GetValue(threads), parsed.GetValue(quiet), cancellation);
            return await EmbedAsync(given, read, features, embedder, file, parsed.GetRequiredValue(output), parsed.GetValue(threads), parsed.GetValue(quiet), cancellation);
        });
        return command;
    }

    /// <summary>Learns from the articles themselves what they have in common, where nothing stands beside the model.</summary>
    private static async Task<ArticleEmbedder> FitAsync(
        FastTextModel model, string[] inputs, ReadOptions read, FeatureOptions features, int threads, bool quiet, CancellationToken cancellation)
    {
        var plain = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features });
        if (inputs.Contains("-", StringComparer.Ordinal)) return plain;
        var fit = plain.Fit();
        _ = await CorpusRun.ReadAsync(inputs, read, features, threads, (_, words) => Fit(fit, words), progress: null, cancellation);
        if (fit.Articles <= ModelFiles.Directions) return plain;
        if (!quiet) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"what all articles have in common was learnt from {fit.Articles:n0} of these"));
        return fit.ToEmbedder(ModelFiles.Directions);
    }

    private static bool Fit(ArticleEmbedderFit fit, ArticleWords words)
    {
        fit.Add(words);
        return fit.Articles < ModelFiles.MostFitted;
    }

    private static async Task<int> EmbedAsync(
        string[] inputs, ReadOptions read, FeatureOptions features, ArticleEmbedder embedder, ReplacedFile file, string path, int threads, bool quiet, CancellationToken cancellation)
    {
        var format = path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? TableFormat.JsonLines : TableFormat.Parquet;
        await using var vectors = new VectorsFile(file.Stream, format, embedder.Dimension, embedder.Fingerprint);
        var (vector, unknown) = (new float[embedder.Dimension], 0);
        var outcome = await CorpusRun.ReadAsync(inputs, read, features, threads, Take, progress: null, cancellation);
        CorpusView.PrintFaults(outcome, quiet);
        if (outcome.Articles == 0) return CorpusView.NothingRead(outcome);
        await vectors.CompleteAsync(cancellation);
        file.Complete();
        if (!quiet)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Articles:n0} vectors of {embedder.Dimension} floats, {embedder.Fingerprint}, in {SafeText.OneLine(path, 400)}"));
            if (unknown > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unknown:n0} are zero: the model knows none of their words"));
        }
        return outcome.Abandoned > 0 ? ExitCode.Error : ExitCode.Done;

        bool Take(ArticleBuffer article, ArticleWords words)
        {
            if (embedder.Embed(words, vector) == 0) unknown++;
            vectors.AddAsync(Encoding.UTF8.GetString(article.Id), vector, cancellation).AsTask().GetAwaiter().GetResult();
            return true;
        }
    }
}
