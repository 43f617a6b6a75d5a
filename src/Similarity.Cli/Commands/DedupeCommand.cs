using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity dedupe</c>: which articles of some files are the same text.</summary>
internal static class DedupeCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, directories, quoted globs, or - for standard input. JSON Lines, JSON, CSV, TSV, Parquet, text, HTML; each also .gz or .zst.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { Description = "Where the results go.", HelpName = "DIR", Required = true };
        var keep = new Option<KeepRule>("--keep")
        {
            Description = "Which of several copies stays.",
            HelpName = "earliest|longest|first|outlets:FILE",
            CustomParser = KeepRule.Parse,
            DefaultValueFactory = _ => new KeepRule(KeepOrder.Earliest, []),
        };
        var remove = new Option<string>("--remove")
        {
            Description = "The loosest kind of copy that is removed.",
            HelpName = "identical|reprint|excerpt|derived",
            DefaultValueFactory = _ => "excerpt",
        };
        remove.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "identical", "reprint", "excerpt", "derived");
        var maxShare = new Option<double>("--max-removed-share")
        {
            Description = "Fail, and write nothing, where a larger share of the articles would be removed.",
            HelpName = "0..1",
            DefaultValueFactory = _ => new RemovalGuard().MaxShare,
        };
        var maxOutletShare = new Option<double>("--max-removed-share-outlet")
        {
            Description = "The same for each outlet with a hundred articles or more.",
            HelpName = "0..1",
            DefaultValueFactory = _ => new RemovalGuard().MaxOutletShare,
        };
        var maxRejectedShare = new Option<double>("--max-rejected-share")
        {
            Description = "Fail likewise where a larger share of the records could not be read.",
            HelpName = "0..1",
            DefaultValueFactory = _ => new RemovalGuard().MaxRejectedShare,
        };
        var tables = new Option<TableFormat>("--format-out")
        {
            Description = "Format of the tables: jsonl or parquet.",
            HelpName = "FORMAT",
            CustomParser = result => result.Tokens[^1].Value.ToLowerInvariant() switch
            {
                "jsonl" => TableFormat.JsonLines,
                "parquet" => TableFormat.Parquet,
                var other => Unknown(result, other),
            },
        };
        var threads = new Option<int>("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        var agencies = new Option<AgencyTable?>("--agencies")
        {
            Description = "Further agencies and outlets that articles may credit, one a line: Name = alias | alias.",
            HelpName = "FILE",
            CustomParser = result => FurnitureArguments.ReadFile(result, AgencyTable.Parse),
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print nothing but errors." };
        Checks.NoOptions(inputs);
        Checks.NotEmpty(output);
        Checks.From0To1(maxShare);
        Checks.From0To1(maxOutletShare);
        Checks.From0To1(maxRejectedShare);
        Checks.InRange(threads, 1, 1024);
        var reading = new ReadingArguments();
        var decision = new DecisionArguments();
        var furniture = new FurnitureArguments();

        var command = new Command("dedupe", "Find the articles that are the same text: identical, reprinted, or trimmed.") { inputs, output, keep, remove };
        decision.AddTo(command);
        furniture.AddTo(command);
        reading.AddTo(command);
        foreach (var option in new Option[] { maxShare, maxOutletShare, maxRejectedShare, agencies, tables, threads, quiet }) command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var rule = parsed.GetRequiredValue(keep);
            var options = new BatchRunOptions
            {
                Inputs = parsed.GetRequiredValue(inputs),
                OutputFolder = parsed.GetRequiredValue(output),
                Read = reading.Read(parsed),
                Deduplication = decision.Read(parsed, furniture.Read(parsed)) with
                {
                    Keep = rule.Order,
                    PreferredOutlets = rule.Outlets,
                    Loosest = Enum.Parse<MatchKind>(parsed.GetRequiredValue(remove), ignoreCase: true),
                    Threads = parsed.GetValue(threads),
                },
                Guard = new RemovalGuard
                {
                    MaxShare = parsed.GetValue(maxShare),
                    MaxOutletShare = parsed.GetValue(maxOutletShare),
                    MaxRejectedShare = parsed.GetValue(maxRejectedShare),
                },
                Agencies = parsed.GetValue(agencies) is { } further ? AgencyTable.Default.With(further) : AgencyTable.Default,
                Tables = parsed.GetValue(tables),
            };
            return RunAsync(options, parsed.GetValue(quiet), parsed.GetValue(CommandLine.Verbose), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(BatchRunOptions options, bool quiet, bool verbose, CancellationToken cancellation)
    {
        var progress = new RunProgress(quiet, verbose);
        var outcome = await progress.ShowAsync(report => BatchRun.RunAsync(options, report, cancellation));
        var view = new DedupeView(outcome, options);
        if (!quiet) view.PrintNotices();
        view.PrintRejects(atLeast: quiet ? RejectOutcome.Abandoned : RejectOutcome.Noted);
        if (outcome.Summary.Articles == 0)
        {
            StandardError.Say("no article could be read; nothing was written");
            return outcome.Summary.Abandoned > 0 ? ExitCode.Error : ExitCode.Refused;
        }
        foreach (var alarm in outcome.Alarms) StandardError.Say(alarm);
        if (outcome.Alarms.Count > 0)
        {
            StandardError.Say("refused to write the results; what was in the output directory is unchanged");
            return ExitCode.Refused;
        }
        if (!quiet) view.PrintResult(verbose);
        if (outcome.Summary.Abandoned == 0) return ExitCode.Done;
        StandardError.Say("not all inputs were read to their end; the results are those of the rest");
        return ExitCode.Error;
    }

    private static TableFormat Unknown(System.CommandLine.Parsing.ArgumentResult result, string value)
    {
        result.AddError($"--format-out: '{value}' is none of jsonl, parquet.");
        return default;
    }
}
