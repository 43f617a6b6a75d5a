using System.CommandLine;
using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity index add</c> and <c>import</c>: files into an index.</summary>
internal static class IndexAddCommand
{
    private const int Together = 500;

    public static Command Create(string name, string description, bool writesVerdicts)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for dedupe.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var index = new IndexArguments();
        var reading = new ReadingArguments();
        var replace = new Option<bool>("--replace") { Description = "Let an article take the place of one of its identifier with another text, instead of rejecting it." };
        var command = new Command(name, description) { inputs };
        index.AddWritingTo(command);
        reading.AddTo(command);
        command.Add(replace);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (given, options, replaces) = (parsed.GetRequiredValue(inputs), reading.Read(parsed), parsed.GetValue(replace));
            // What comes out of a pipe has to be looked at, and may be long in coming.
            var found = await Task.Run(() => InputDiscovery.Find(given, options, outputFolder: null), cancellation).WaitAsync(cancellation);
            foreach (var notice in found.Notices) StandardError.Say(notice);
            using var opened = index.OpenWriter(parsed);
            using var lines = writesVerdicts ? new VerdictLines(Console.OpenStandardOutput()) : null;
            var feed = new ArticleFeed(options);
            var run = new IngestRun(articles => IngestCommand.BeginAdding(opened, articles, replaces, cancellation), Together, lines);
            var reader = feed.ReadFilesAsync(found.Files, cancellation);
            await run.RunAsync(feed.Items, cancellation);
            await reader;
            var standings = string.Join(", ", run.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:n0} {count.Key.ToString().ToLowerInvariant()}")));
            StandardError.Say(string.Create(
                CultureInfo.InvariantCulture, $"{run.Counts.Values.Sum():n0} articles: {(standings.Length > 0 ? standings : "none")}; {run.Known:n0} were there already, {run.Faults:n0} records could not be read"));
            foreach (var item in run.Untold) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"{item.Input}, line {item.Line}: {item.Fault?.Field}{(item.Fault?.Field is null ? "" : ": ")}{item.Fault?.Reason}"));
            if (!run.IsCutShort) return ExitCode.Done;
            StandardError.Say("not all inputs were read to their end; what was read of them has been added");
            return ExitCode.Error;
        });
        return command;
    }
}
