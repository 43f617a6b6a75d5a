using System.CommandLine;
using System.Globalization;
using Similarity.FastText;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity train</c>: word vectors from the articles of some files.</summary>
internal static class TrainCommand
{
    private static readonly TrainingOptions Usual = new();

    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for dedupe.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var output = new Option<string>("--output", "-o") { Description = "Where the model goes; what it has learnt of whole articles goes to FILE.articles.", HelpName = "FILE.bin", Required = true };
        Checks.NotEmpty(output);
        var vectors = new Option<string?>("--vectors") { Description = "Write the vectors of all words as text, too.", HelpName = "FILE.vec" };
        Checks.NotEmpty(vectors);
        var kind = new Option<string>("--kind") { Description = "What is learnt: a word predicts its neighbours, or they predict it.", HelpName = "skipgram|cbow", DefaultValueFactory = _ => "skipgram" };
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "skipgram", "cbow");
        var dimension = Number("--dim", "Floats a vector.", Usual.Dimension, 1, 4096);
        var epochs = Number("--epochs", "How often the articles are gone through.", Usual.Epochs, 1, 10_000);
        var leastCount = Number("--min-count", "Words that occur less often are left out.", Usual.LeastCount, 1, int.MaxValue);
        var window = Number("--window", "Words to either side that are context, at most.", Usual.Window, 1, 100);
        var negatives = Number("--negatives", "Words drawn at random against each true one.", Usual.Negatives, 1, 100);
        var mostGram = Number("--max-gram", "Letters of the longest n-gram; 0 for whole words alone, a much smaller model.", Usual.MostGram, 0, ModelArguments.MaxGram);
        var buckets = Number("--buckets", "Rows that n-grams share.", Usual.Buckets, 0, 100_000_000);
        var seed = Number("--seed", "What chance starts from.", (int)Usual.Seed, 0, int.MaxValue);
        var threads = Number("--threads", "Threads to use. With one, the same articles give the same model.", Environment.ProcessorCount, 1, 1024);
        var deterministic = new Option<bool>("--deterministic") { Description = "Train with one thread, so that the same articles give the same model." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        var reading = new ReadingArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("train", "Train word vectors (fastText) on the articles of some files.")
        {
            inputs, output, vectors, kind, dimension, epochs, leastCount, window, negatives, mostGram, buckets, seed, threads, deterministic,
        };
        furniture.AddTo(command);
        reading.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new TrainingOptions
            {
                Kind = parsed.GetValue(kind)!.Equals("cbow", StringComparison.OrdinalIgnoreCase) ? ModelKind.Cbow : ModelKind.SkipGram,
                Dimension = parsed.GetValue(dimension),
                Epochs = parsed.GetValue(epochs),
                LeastCount = parsed.GetValue(leastCount),
                Window = parsed.GetValue(window),
                Negatives = parsed.GetValue(negatives),
                MostGram = parsed.GetValue(mostGram),
                LeastGram = Math.Min(Usual.LeastGram, parsed.GetValue(mostGram)),
                Buckets = parsed.GetValue(buckets),
                Seed = (ulong)parsed.GetValue(seed),
                Threads = parsed.GetValue(deterministic) ? 1 : parsed.GetValue(threads),
            };
            // Before the work, so that a place that cannot be written to is known at once.
            using var model = ReplacedFile.Create(parsed.GetRequiredValue(output));
            using var directions = ReplacedFile.Create(parsed.GetRequiredValue(output) + ModelFiles.DirectionsExtension);
            using var text = parsed.GetValue(vectors) is { } path ? ReplacedFile.Create(path) : null;
            var features = new FeatureOptions { Furniture = furniture.Read(parsed) };
            return await TrainAsync(parsed.GetRequiredValue(inputs), reading.Read(parsed), features, options, parsed.GetValue(threads), model, directions, text, parsed.GetRequiredValue(output), parsed.GetValue(quiet), cancellation);
        });
        return command;
    }

    private static async Task<int> TrainAsync(
        string[] inputs, ReadOptions read, FeatureOptions features, TrainingOptions options, int threads, ReplacedFile file, ReplacedFile directions, ReplacedFile? text, string path, bool quiet, CancellationToken cancellation)
    {
        var corpus = new TrainingCorpus();
        var outcome = await CorpusRun.ReadAsync(inputs, read, features, threads, (_, words) => corpus.AddLine(words.Fold()), progress: null, cancellation);
        CorpusView.PrintFaults(outcome, quiet);
        if (outcome.Articles == 0) return CorpusView.NothingRead(outcome);
        if (!quiet && outcome.Taken < outcome.Articles) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"the first {outcome.Taken:n0} of {outcome.Articles:n0} articles are trained on: more words than these do not fit"));
        FastTextModel model;
        try
        {
            model = await TrainingView.ShowAsync(progress => FastTextTrainer.Train(corpus, options, progress, cancellation), quiet);
        }
        catch (ArgumentException fault)
        {
            StandardError.Say($"{fault.Message} Give more articles, or a lower --min-count.");
            return ExitCode.Refused;
        }
        using (model)
        {
            var fit = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features }).Fit();
            fit.Add(corpus);
            model.Save(file.Stream);
            if (text is not null) VectorFile.Save(model, text.Stream);
            ArticleDirections.Save(fit.ToEmbedder(fit.Articles > ModelFiles.Directions ? ModelFiles.Directions : 0), directions.Stream);
            text?.Complete();
            directions.Complete();
            file.Complete();
            if (!quiet)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{outcome.Taken:n0} articles, {corpus.Tokens:n0} words; {model.Vocabulary.WordCount:n0} different ones in {SafeText.OneLine(path, 400)}"));
            }
        }
        return outcome.Abandoned > 0 ? ExitCode.Error : ExitCode.Done;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        Checks.InRange(option, least, most);
        return option;
    }
}
