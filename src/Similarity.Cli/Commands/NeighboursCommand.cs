using System.CommandLine;
using Similarity.Formats;
using System.Globalization;
using Similarity.FastText;

namespace Similarity.Cli;

/// <summary><c>similarity neighbours</c>: the words of a model that are nearest to one.</summary>
internal static class NeighboursCommand
{
    public static Command Create()
    {
        var word = new Argument<string>("WORD") { Description = "A word, known to the model or not; models trained by this command know words in lower case." };
        var model = new Option<string>("--model") { Description = "A model of fastText: .bin, .ftz or .vec.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(model);
        var top = new Option<int>("--top", "-k") { Description = "How many words.", HelpName = "N", DefaultValueFactory = _ => 10 };
        Checks.InRange(top, 1, 100_000);
        var command = new Command("neighbours", "Show the words that are nearest to one, by a fastText model.") { word, model, top };
        command.SetAction(parsed =>
        {
            using var opened = ModelFiles.Open(parsed.GetRequiredValue(model));
            var asked = parsed.GetRequiredValue(word);
            var nearest = new WordNeighbours(opened).Nearest(asked, parsed.GetValue(top));
            if (nearest.Length == 0)
            {
                StandardError.Say($"the model knows nothing of '{SafeText.OneLine(asked, 100)}'");
                return ExitCode.Refused;
            }
            foreach (var near in nearest) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{near.Cosine:f4}  {SafeText.OneLine(near.Word, 200)}"));
            return ExitCode.Done;
        });
        return command;
    }
}
