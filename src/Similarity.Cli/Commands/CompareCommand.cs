using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity compare</c>: what two articles are to each other, with every measure.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("A") { Description = "An article: FILE, or FILE#ID where the file holds more than one." };
        var second = new Argument<string>("B") { Description = "The other article." };
        var json = new Option<bool>("--json") { Description = "Print the measures as JSON." };
        var reading = new ReadingArguments();
        var decision = new DecisionArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("compare", "Compare two articles and say what they are to each other.") { first, second, json };
        decision.AddTo(command);
        furniture.AddTo(command);
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = reading.Read(parsed);
            var a = await ArticleFinder.FindAsync(parsed.GetRequiredValue(first), options, cancellation);
            var b = await ArticleFinder.FindAsync(parsed.GetRequiredValue(second), options, cancellation);
            var comparison = ArticleComparison.Of(a, b, decision.Read(parsed, furniture.Read(parsed)));
            if (parsed.GetValue(json)) ComparisonView.PrintJson(a, b, comparison);
            else ComparisonView.Print(a, b, comparison);
            return ExitCode.Done;
        });
        return command;
    }
}
