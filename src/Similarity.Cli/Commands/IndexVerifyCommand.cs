using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index verify</c>: whether an index is consistent.</summary>
internal static class IndexVerifyCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("verify", "Read all of an index, compute its features again, and follow every reference both ways.");
        index.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var opened = index.OpenReader(parsed);
            var faults = opened.Verify(cancellation);
            foreach (var fault in faults) StandardError.Say(fault);
            if (faults.Count == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{opened.Statistics.Articles:n0} articles, {opened.Statistics.Texts:n0} texts: consistent"));
            return Task.FromResult(faults.Count == 0 ? ExitCode.Done : ExitCode.Error);
        });
        return command;
    }
}
