using System.CommandLine;
using Similarity.Formats;
using System.Globalization;
using Similarity.FastText;

namespace Similarity.Cli;

/// <summary><c>similarity model info</c>: what stands in a model's file.</summary>
internal static class ModelCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A model of fastText: .bin, .ftz or .vec." };
        var info = new Command("info", "Show what a model was trained with, and how large it is.") { file };
        info.SetAction(parsed =>
        {
            using var model = ModelFiles.Open(parsed.GetRequiredValue(file));
            Print(parsed.GetRequiredValue(file), model);
            return ExitCode.Done;
        });
        return new Command("model", "Look at fastText models.") { info };
    }

    private static void Print(string path, FastTextModel model)
    {
        var arguments = model.Arguments;
        Line("file", $"{SafeText.OneLine(path, 400)}, {new FileInfo(path).Length:n0} bytes{(model.IsQuantized ? ", quantised" : "")}");
        Line("kind", $"{arguments.Kind.ToString().ToLowerInvariant()}, {arguments.Loss}");
        Line("dimension", $"{model.Dimension}");
        Line("words", $"{model.Vocabulary.WordCount:n0} of {model.Vocabulary.Tokens:n0} tokens, each {arguments.LeastCount} times or more");
        if (model.Vocabulary.LabelCount > 0) Line("labels", $"{model.Vocabulary.LabelCount:n0}");
        Line("n-grams", arguments.Buckets > 0 && arguments.MostGram > 0 ? $"{arguments.LeastGram} to {arguments.MostGram} letters in {arguments.Buckets:n0} buckets" : (FormattableString)$"none");
        if (arguments.WordGrams > 1) Line("runs of words", $"up to {arguments.WordGrams}");
        Line("training", $"{arguments.Epochs} epochs, window {arguments.Window}, {arguments.Negatives} negatives, sampling threshold {arguments.SamplingThreshold}");
        Line("first words", $"{SafeText.OneLine(string.Join(' ', Enumerable.Range(0, Math.Min(12, model.Vocabulary.WordCount)).Select(model.Vocabulary.TextOf)), 160)}");
        Line("articles", $"{(File.Exists(path + ModelFiles.DirectionsExtension) ? "what it has learnt of articles is beside it" : "nothing learnt of articles is beside it")}");

        static void Line(string name, FormattableString value) => Console.WriteLine($"{name,-14}{value.ToString(CultureInfo.InvariantCulture)}");
    }
}
