using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index relearn</c>: furniture learnt from what an index holds.</summary>
internal static class IndexRelearnCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("relearn", "Learn from all articles what each outlet repeats, and compare them anew without it, as a run would. Takes about as long as adding them.");
        index.AddChangingTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var opened = index.OpenExisting(parsed);
            var isNews = opened.Relearn(cancellation);
            var furniture = opened.Deduplication.Features.Furniture.Known;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{opened.Statistics.Articles:n0} articles, {furniture.Lines.Count:n0} lines of furniture: {(isNews ? "compared anew" : "nothing else than was known")}"));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
