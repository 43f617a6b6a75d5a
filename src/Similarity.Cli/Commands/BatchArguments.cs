using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>The arguments of a run from files to files, for every command that is one.</summary>
internal sealed class BatchArguments
{
    private static readonly RemovalGuard Guard = new();

    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Files, directories, quoted globs, or - for standard input. JSON Lines, JSON, CSV, TSV, Parquet, text, HTML; each also .gz or .zst.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o") { Description = "Where the results go.", HelpName = "DIR", Required = true };

    private readonly Option<KeepRule> _keep = new("--keep")
    {
        Description = "Which of several copies stays.",
        HelpName = "earliest|longest|first|outlets:FILE",
        CustomParser = KeepRule.Parse,
        DefaultValueFactory = _ => new KeepRule(KeepOrder.Earliest, []),
    };

    private readonly Option<string> _remove = new("--remove")
    {
        Description = "The loosest kind of copy that is removed.",
        HelpName = "identical|reprint|excerpt|derived",
        DefaultValueFactory = _ => "excerpt",
    };

    private readonly Option<double> _maxShare = Share("--max-removed-share", "Fail, and write nothing, where a larger share of the articles would be removed.", Guard.MaxShare);

    private readonly Option<double> _maxOutletShare = Share("--max-removed-share-outlet", "The same for each outlet with a hundred articles or more.", Guard.MaxOutletShare);

    private readonly Option<double> _maxRejectedShare = Share("--max-rejected-share", "Fail likewise where a larger share of the records could not be read.", Guard.MaxRejectedShare);

    private readonly Option<TableFormat> _tables = new("--format-out")
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

    private readonly Option<int> _threads = new("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    private readonly Option<AgencyTable?> _agencies = new("--agencies")
    {
        Description = "Further agencies and outlets that articles may credit, one a line: Name = alias | alias.",
        HelpName = "FILE",
        CustomParser = result => FurnitureArguments.ReadFile(result, AgencyTable.Parse),
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };
    private readonly ReadingArguments _reading = new();
    private readonly DecisionArguments _decision = new();
    private readonly FurnitureArguments _furniture = new();

    public BatchArguments()
    {
        _remove.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "identical", "reprint", "excerpt", "derived");
        Checks.NoOptions(_inputs);
        Checks.NotEmpty(_output);
        Checks.InRange(_threads, 1, 1024);
    }

    /// <summary>The arguments that come first in the help.</summary>
    /// <param name="command">The command.</param>
    /// <param name="mayLackInputs">Whether another argument may stand for the inputs.</param>
    public void AddFirst(Command command, bool mayLackInputs = false)
    {
        if (mayLackInputs) _inputs.Arity = ArgumentArity.ZeroOrMore;
        command.Add(_inputs);
        foreach (var option in new Option[] { _output, _keep, _remove }) command.Add(option);
    }

    /// <summary>The rest of them.</summary>
    public void AddRest(Command command)
    {
        _decision.AddTo(command);
        _furniture.AddTo(command);
        _reading.AddTo(command);
        foreach (var option in new Option[] { _maxShare, _maxOutletShare, _maxRejectedShare, _agencies, _tables, _threads, _quiet }) command.Add(option);
    }

    /// <summary>Requires either inputs or <paramref name="instead"/>, and with that none of the options that say how inputs are read and compared.</summary>
    /// <param name="command">The command, with all its options.</param>
    /// <param name="instead">What may stand for inputs.</param>
    /// <param name="further">What may stand beside it, besides the output.</param>
    public void AllowInsteadOfInputs(Command command, Option<string?> instead, params Option[] further)
    {
        Option[] allowed = [instead, _output, _tables, _threads, _quiet, .. further];
        command.Validators.Add(parsed =>
        {
            var hasInputs = parsed.GetResult(_inputs) is { Tokens.Count: > 0 };
            if (parsed.GetResult(instead) is not { Implicit: false })
            {
                if (!hasInputs) parsed.AddError($"Name one or more INPUT, or {instead.Name} with the folder of an earlier run.");
                return;
            }
            if (hasInputs) parsed.AddError($"{instead.Name} takes the articles of an earlier run; leave out INPUT.");
            foreach (var option in command.Options.Except(allowed).Where(option => parsed.GetResult(option) is { Implicit: false }))
            {
                parsed.AddError($"{option.Name} was decided by the run that {instead.Name} names; leave it out.");
            }
        });
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public BatchRunOptions Read(ParseResult parsed)
    {
        var rule = parsed.GetRequiredValue(_keep);
        return new BatchRunOptions
        {
            Inputs = parsed.GetRequiredValue(_inputs),
            OutputFolder = parsed.GetRequiredValue(_output),
            Read = _reading.Read(parsed),
            Deduplication = _decision.Read(parsed, _furniture.Read(parsed)) with
            {
                Keep = rule.Order,
                PreferredOutlets = rule.Outlets,
                Loosest = Enum.Parse<MatchKind>(parsed.GetRequiredValue(_remove), ignoreCase: true),
                Threads = parsed.GetValue(_threads),
            },
            Guard = new RemovalGuard
            {
                MaxShare = parsed.GetValue(_maxShare),
                MaxOutletShare = parsed.GetValue(_maxOutletShare),
                MaxRejectedShare = parsed.GetValue(_maxRejectedShare),
            },
            Agencies = parsed.GetValue(_agencies) is { } further ? AgencyTable.Default.With(further) : AgencyTable.Default,
            Tables = parsed.GetValue(_tables),
        };
    }

    private static Option<double> Share(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, HelpName = "0..1", DefaultValueFactory = _ => usual };
        Checks.From0To1(option);
        return option;
    }

    private static TableFormat Unknown(System.CommandLine.Parsing.ArgumentResult result, string value)
    {
        result.AddError($"--format-out: '{value}' is none of jsonl, parquet.");
        return default;
    }
}
