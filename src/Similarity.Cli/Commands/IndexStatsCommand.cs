using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index stats</c>: how large an index is.</summary>
internal static class IndexStatsCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("stats", "Show how large an index is.");
        index.AddTo(command);
        command.SetAction(parsed =>
        {
            using var opened = index.OpenReader(parsed);
            var statistics = opened.Statistics;
            Line("articles", $"{statistics.Articles:n0}");
            Line("texts", $"{statistics.Texts:n0} different ones");
            Line("postings", $"{statistics.Segments} segments, {statistics.RecentTexts:n0} texts in memory, {statistics.PostingBytes / 1e6:n1} MB of memory");
            Line("store", $"{statistics.StoreBytes / 1e6:n1} MB{(statistics.Articles > 0 ? string.Create(CultureInfo.InvariantCulture, $", {statistics.StoreBytes / statistics.Articles:n0} bytes an article") : "")}");
            Line("last event", $"{statistics.LastEvent}");
            return ExitCode.Done;
        });
        return command;

        static void Line(string name, FormattableString value) => Console.WriteLine($"{name,-12}{value.ToString(CultureInfo.InvariantCulture)}");
    }
}
