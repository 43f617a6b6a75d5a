using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index compact</c>: gives back the space of what is gone.</summary>
internal static class IndexCompactCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("compact", "Give back the disk space of what was removed, replaced and merged.");
        index.AddChangingTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var opened = index.OpenExisting(parsed);
            var before = opened.Statistics.StoreBytes;
            opened.Compact(cancellation);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before / 1e6:n1} MB before, {opened.Statistics.StoreBytes / 1e6:n1} MB now"));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
