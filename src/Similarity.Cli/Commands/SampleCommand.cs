using System.CommandLine;
using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity sample</c>: the pairs of articles that are most worth a label, in a text file to edit.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "The file of pairs; one that is there is replaced, unless it holds labels.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(output);
        var count = new Option<int>("--pairs") { Description = "About how many pairs; no fewer than some of every closeness, in all some fifty.", HelpName = "N", DefaultValueFactory = _ => 200 };
        Checks.InRange(count, 1, 100_000);
        var seed = new Option<int>("--seed") { Description = "Another number draws other pairs.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Checks.InRange(seed, 0, int.MaxValue);
        var arguments = new FoundStoriesArguments();
        var command = new Command("sample", "Draw pairs of articles for a person to label, for evaluate --pairs.");
        arguments.AddTo(command, output, count, seed);
        arguments.ProtectInputs(command, parsed => parsed.GetValue(output) is { } path ? [path] : []);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(output);
            // Labels are somebody's work.
            if (File.Exists(path) && IsLabelled(path)) throw new InputException($"{path} holds labels; name another file, or remove it");
            using var file = ReplacedFile.Create(path);
            var outcome = await SampleRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), parsed.GetValue(count), parsed.GetValue(seed), file.Stream, cancellation);
            file.Complete();
            EvaluationView.PrintFaults(outcome.Notices, outcome.FirstRejects);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Pairs.Count:n0} of {outcome.Population:n0} pairs of {outcome.Articles:n0} articles; {outcome.Pairs.Count(pair => pair.IsTogether):n0} are together in a story"));
            Console.WriteLine($"label them in {SafeText.OneLine(path, 400)}, then: similarity evaluate INPUT... --pairs {SafeText.OneLine(path, 400)}");
            return FoundStoriesArguments.ExitCodeOf(outcome.FirstRejects);
        });
        return command;
    }

    private static bool IsLabelled(string path)
    {
        try
        {
            return LabelledPairs.Read(path).All.Any(pair => pair.Label != PairLabel.Open);
        }
        catch (InputException)
        {
            return false;
        }
    }
}
