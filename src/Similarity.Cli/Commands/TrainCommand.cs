using System.CommandLine;
using System.Globalization;
using Similarity.FastText;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity train</c>: word vectors from the articles of some files.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for dedupe.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var output = new Option<string>("--output", "-o") { Description = $"Where the model goes; what it has learnt of whole articles goes to FILE{ModelFiles.DirectionsExtension}.", HelpName = "FILE.bin", Required = true };
        Checks.NotEmpty(output);
        var vectors = new Option<string?>("--vectors") { Description = "Write the vectors of all words as text, too.", HelpName = "FILE.vec" };
        Checks.NotEmpty(vectors);
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        var training = new TrainingArguments();
        var reading = new ReadingArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("train", "Train word vectors (fastText) on the articles of some files.") { inputs, output, vectors };
        training.AddTo(command);
        furniture.AddTo(command);
        reading.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (path, isQuiet) = (parsed.GetRequiredValue(output), parsed.GetValue(quiet));
            // Before the work, so that a place that cannot be written to is known at once.
            using var file = ReplacedFile.Create(path);
            using var directions = ReplacedFile.Create(path + ModelFiles.DirectionsExtension);
            using var text = parsed.GetValue(vectors) is { } vectorPath ? ReplacedFile.Create(vectorPath) : null;
            var features = new FeatureOptions { Furniture = furniture.Read(parsed) };

            var corpus = new TrainingCorpus();
            var outcome = await CorpusRun.ReadAsync(
                parsed.GetRequiredValue(inputs), reading.Read(parsed), features, training.Threads(parsed), (_, words) => new(corpus.AddLine(words.Fold())), progress: null, cancellation);
            CorpusView.PrintFaults(outcome, isQuiet);
            if (outcome.Articles == 0) return CorpusView.NothingRead(outcome);
            if (!isQuiet && outcome.Taken < outcome.Articles) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"the first {outcome.Taken:n0} of {outcome.Articles:n0} articles are trained on: more words than these do not fit"));

            using var model = await TrainAsync(corpus, training.Read(parsed), isQuiet, cancellation);
            if (model is null) return ExitCode.Refused;
            var fit = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features }).Fit();
            fit.Add(corpus, ModelFiles.MostFitted);
            model.Save(file.Stream);
            ArticleDirections.Save(fit.ToEmbedder(fit.Articles > ModelFiles.Directions ? ModelFiles.Directions : 0), directions.Stream);
            if (text is not null) VectorFile.Save(model, text.Stream);
            text?.Complete();
            directions.Complete();
            file.Complete();
            if (!isQuiet) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Taken:n0} articles, {corpus.Tokens:n0} words; {model.Vocabulary.WordCount:n0} different ones in {SafeText.OneLine(path, 400)}"));
            return outcome.Abandoned > 0 ? ExitCode.Error : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Trains; <see langword="null"/>, and a word to the user, where the articles do not give a model.</summary>
    private static async Task<FastTextModel?> TrainAsync(TrainingCorpus corpus, TrainingOptions options, bool quiet, CancellationToken cancellation)
    {
        try
        {
            return await TrainingView.ShowAsync(progress => FastTextTrainer.Train(corpus, options, progress, cancellation), quiet);
        }
        catch (ArgumentException fault)
        {
            StandardError.Say($"{fault.Message} Give more articles, or a lower --min-count.");
            return null;
        }
    }
}
