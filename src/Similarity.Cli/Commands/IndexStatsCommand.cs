using System.CommandLine;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary><c>similarity index stats</c>: what an index holds and was made with.</summary>
internal static class IndexStatsCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var json = new Option<bool>("--json") { Description = "Write one JSON object instead of a table." };
        var command = new Command("stats", "Show what an index holds, what it takes, who writes to it, and the options that it was made with. Reads all articles; another process may be adding meanwhile.") { json };
        index.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var writer = WriterLock.HolderIn(index.Directory(parsed));
            using var opened = index.OpenReader(parsed);
            var description = opened.Describe(cancellation);
            if (parsed.GetValue(json)) IndexView.WriteJson(description, writer, Console.OpenStandardOutput());
            else IndexView.Print(description, writer);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
