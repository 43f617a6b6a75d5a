using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity suggest</c>: which threshold suggests itself for some files, without labels.</summary>
internal static class SuggestCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o") { Description = "Where suggestion.json and suggestion.svg go.", HelpName = "DIR" };
        Checks.NotEmpty(output);
        var subsets = new Option<int>("--subsets") { Description = "Random subsets of 80 % in which stories are found again at each threshold; each costs as much as finding them.", HelpName = "N", DefaultValueFactory = _ => 4 };
        Checks.InRange(subsets, 1, 100);
        var seed = new Option<int>("--seed") { Description = "Another number draws other subsets.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Checks.InRange(seed, 0, int.MaxValue);
        var arguments = new FoundStoriesArguments();
        var command = new Command("suggest", "Suggest a granularity where nothing is labelled, and say how stable stories are.");
        arguments.AddTo(command, output, subsets, seed);
        arguments.ProtectInputs(command, parsed => FoundStoriesArguments.FilesOf(parsed.GetValue(output), "suggestion.json", "suggestion.svg"));
        command.SetAction(async (parsed, cancellation) =>
        {
            var outcome = await SuggestionRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), parsed.GetValue(subsets), parsed.GetValue(seed), progress: null, cancellation);
            SuggestionView.Print(outcome, parsed.GetValue(subsets));
            if (parsed.GetValue(output) is { } folder)
            {
                await SuggestionReport.WriteAsync(outcome, folder, cancellation);
                Console.WriteLine($"results in {SafeText.OneLine(folder, 400)}");
            }
            return FoundStoriesArguments.ExitCodeOf(outcome.FirstRejects);
        });
        return command;
    }
}
