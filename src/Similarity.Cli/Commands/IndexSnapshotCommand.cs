using System.CommandLine;

namespace Similarity.Cli;

/// <summary><c>similarity index snapshot</c>: a copy of an index.</summary>
internal static class IndexSnapshotCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "A directory that does not exist. To restore, use it as an index." };
        var index = new IndexArguments();
        var command = new Command("snapshot", "Write a copy of an index as it is now; it shares its files where the disk can do that and no other process is adding meanwhile.") { target };
        index.AddTo(command);
        command.SetAction(parsed =>
        {
            using var opened = index.OpenToCopy(parsed);
            opened.Snapshot(parsed.GetRequiredValue(target));
            return ExitCode.Done;
        });
        return command;
    }
}
