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
        var model = new Option<string?>("--model") { Description = "A model of fastText: .bin, .ftz or .vec. Without it one is trained on these articles where they are enough; otherwise a small general model of English news serves.", HelpName = "FILE" };
        Checks.NotEmpty(model);
        var cache = new Option<string?>("--cache") { Description = "Keep a model that is trained here, and use it again for the same articles.", HelpName = "DIR" };
        Checks.NotEmpty(cache);
        var output = new Option<string>("--output", "-o") { Description = "Where the vectors go; Parquet, or JSON Lines where the name ends in .jsonl.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(output);
        var threads = new Option<int>("--threads") { Description = "Threads to read with; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Checks.InRange(threads, 1, 1024);
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        var reading = new ReadingArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("embed", "Turn articles to vectors, by the words that a model of fastText knows.") { inputs, output, model, cache, threads };
        furniture.AddTo(command);
        reading.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellation) =>
        {
            var features = new FeatureOptions { Furniture = furniture.Read(parsed) };
            var (given, path, read) = (parsed.GetRequiredValue(inputs), parsed.GetValue(model), reading.Read(parsed));
            if (path is not null && !File.Exists(path)) throw new FileNotFoundException($"there is no model {path}");
            // Before the work, so that a place that cannot be written to is known at once.
            using var file = ReplacedFile.Create(parsed.GetRequiredValue(output));
            var choice = new EmbedderChoice(given, read, features, parsed.GetValue(threads), parsed.GetValue(quiet));
            var embedder = path is null ? await choice.WithoutModelAsync(parsed.GetValue(cache), cancellation) : await choice.OfModelAsync(path, cancellation);
            return await EmbedAsync(given, read, features, embedder, file, parsed.GetRequiredValue(output), parsed.GetValue(threads), parsed.GetValue(quiet), cancellation);
        });
        return command;
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

        async ValueTask<bool> Take(ArticleBuffer article, ArticleWords words)
        {
            if (embedder.Embed(words, vector) == 0) unknown++;
            await vectors.AddAsync(Encoding.UTF8.GetString(article.Id), vector, cancellation);
            return true;
        }
    }
}
