using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index snapshot</c>: a copy of an index.</summary>
internal static class IndexSnapshotCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "A directory that does not exist. To restore, use it as an index." };
        var index = new IndexArguments();
        var noVerify = new Option<bool>("--no-verify") { Description = "Leave out that the copy is read and compared as 'index verify' does. Without, one that is not consistent is deleted again." };
        var command = new Command("snapshot", "Write a copy of an index as it is now, and verify it; it shares its files where the disk can do that and no other process is adding meanwhile.") { target, noVerify };
        index.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var directory = parsed.GetRequiredValue(target);
            using (var opened = index.OpenToCopy(parsed)) opened.Snapshot(directory);
            return Task.FromResult(parsed.GetValue(noVerify) ? ExitCode.Done : Verify(index, parsed, directory, cancellation));
        });
        return command;
    }

    private static int Verify(IndexArguments index, ParseResult parsed, string directory, CancellationToken cancellation)
    {
        var isSound = false;
        try
        {
            using var copy = index.OpenReader(parsed, directory);
            var faults = copy.Verify(cancellation);
            foreach (var fault in faults) StandardError.Say(fault);
            isSound = faults.Count == 0;
            if (isSound) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{copy.Statistics.Articles:n0} articles, {copy.Statistics.Texts:n0} texts: consistent"));
        }
        finally
        {
            if (!isSound)
            {
                Directory.Delete(directory, recursive: true);
                StandardError.Say($"{directory} was deleted again: the copy could not be verified, and so probably neither can the index");
            }
        }
        return isSound ? ExitCode.Done : ExitCode.Error;
    }
}
