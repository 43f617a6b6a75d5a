using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>The arguments of a command that finds the stories of some files to ask something of them, and writes no results of a run.</summary>
internal sealed class FoundStoriesArguments
{
    private readonly Argument<string[]> _inputs = new("INPUT") { Description = "Articles, as for stories.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<double> _granularity = StoriesCommand.CreateGranularity();
    private readonly EmbeddingArguments _embedding = new();
    private readonly ReadingArguments _reading = new();
    private readonly DecisionArguments _decision = new();
    private readonly FurnitureArguments _furniture = new();

    /// <summary>Adds them to a command, its own after the inputs.</summary>
    public void AddTo(Command command, params Option[] own)
    {
        Checks.NoOptions(_inputs);
        Checks.InRange(_threads, 1, 1024);
        command.Add(_inputs);
        foreach (var option in own) command.Add(option);
        command.Add(_granularity);
        command.Add(_threads);
        _embedding.AddTo(command);
        _decision.AddTo(command);
        _furniture.AddTo(command);
        _reading.AddTo(command);
    }

    /// <summary>Refuses to write where something is read.</summary>
    /// <param name="command">The command.</param>
    /// <param name="written">The files that it writes.</param>
    /// <param name="labels">Options that name files it reads beside its inputs.</param>
    public void ProtectInputs(Command command, Func<System.CommandLine.Parsing.CommandResult, IEnumerable<string>> written, params Option<string?>[] labels) => command.Validators.Add(parsed =>
    {
        string[] read = [.. parsed.GetValue(_inputs) ?? [], .. labels.Select(parsed.GetValue).OfType<string>()];
        foreach (var path in written(parsed))
        {
            var full = OutputFolder.FullPath(path);
            if (Array.Exists(read, input => OutputFolder.FullPath(input) == full || (File.Exists(full) && new OutputFolder(input).Holds(full)))) parsed.AddError($"{path} is read here and would be replaced; name another place for the results.");
        }
    });

    /// <summary>The files of a folder that may not be named.</summary>
    public static IEnumerable<string> FilesOf(string? folder, params string[] names) => folder is null ? [] : names.Select(name => Path.Combine(folder, name));

    /// <summary>The run.</summary>
    public async Task<BatchRunOptions> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new BatchRunOptions
        {
            Inputs = parsed.GetRequiredValue(_inputs),
            OutputFolder = "",
            Read = _reading.Read(parsed),
            Deduplication = _decision.Read(parsed, _furniture.Read(parsed)) with { Threads = parsed.GetValue(_threads) },
            Stories = new StoryOptions { Threshold = parsed.GetValue(_granularity) },
        };
        return options with { Embedder = await _embedding.ReadAsync(parsed, [.. options.Inputs], options.Read, options.Deduplication.Features, parsed.GetValue(_threads), quiet: false, cancellation) };
    }

    /// <summary>The exit code of a command that has read what it could.</summary>
    public static int ExitCodeOf(IReadOnlyList<Reject> rejects) => rejects.Any(reject => reject.Outcome == RejectOutcome.Abandoned) ? ExitCode.Error : ExitCode.Done;
}
