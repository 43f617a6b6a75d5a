using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index compact</c>: gives back the space of what is gone.</summary>
internal static class IndexCompactCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("compact", "Remove what has expired, arrange stories anew, merge postings, and give back the disk space of all that is gone. Says what became of each.");
        index.AddChangingTo(command);
        index.AddKeepForTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var opened = index.OpenExisting(parsed);
            var before = opened.Statistics;
            opened.Compact(cancellation);
            var now = opened.Statistics;
            Line("removed", $"{before.Articles - now.Articles:n0} expired articles, {before.Texts - now.Texts:n0} texts that only they had");
            Line("left", $"{now.Articles:n0} articles, {now.Texts:n0} texts");
            Line("events", $"{now.LastEvent - before.LastEvent:n0} of groups and stories that changed");
            Line("postings", $"{before.Segments} segments before, {now.Segments} now");
            Line("disk", $"{before.StoreBytes:n0} bytes before, {now.StoreBytes:n0} now");
            return Task.FromResult(ExitCode.Done);
        });
        return command;

        static void Line(string name, FormattableString value) => Console.WriteLine($"{name,-12}{value.ToString(CultureInfo.InvariantCulture)}");
    }
}
