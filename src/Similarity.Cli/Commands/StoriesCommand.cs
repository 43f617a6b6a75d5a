using System.CommandLine;
using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity stories</c>: which articles of some files are the same text, and which tell the same story.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var usual = new StoryOptions();
        var arguments = new BatchArguments();
        var granularity = CreateGranularity();
        var embedding = new EmbeddingArguments();
        var from = new Option<string?>("--from") { Description = "The output folder of an earlier run: its stories at another granularity, in seconds, without its articles. Takes no INPUT.", HelpName = "DIR" };
        Checks.NotEmpty(from);
        var calibration = new Option<StoryCalibration?>("--calibration")
        {
            Description = "What calibrate has fitted to your labels: stories.jsonl then says how probable it is that an article and its nearest tell one story.",
            HelpName = "FILE",
            CustomParser = result => FurnitureArguments.ReadFile(result, StoryCalibration.Parse),
        };
        var command = new Command("stories", "Find the articles that tell the same story, and the copies among them.");
        arguments.AddFirst(command, mayLackInputs: true);
        command.Add(granularity);
        command.Add(from);
        command.Add(calibration);
        embedding.AddTo(command);
        arguments.AddRest(command);
        arguments.AllowInsteadOfInputs(command, from, granularity, calibration);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(from) is { } earlier) return await RethresholdAsync(earlier, parsed.GetValue(granularity), parsed.GetValue(calibration), arguments, parsed, cancellation);
            var options = arguments.Read(parsed) with { Stories = usual with { Threshold = parsed.GetValue(granularity) }, Calibration = parsed.GetValue(calibration) };
            var embedder = await embedding.ReadAsync(parsed, [.. options.Inputs], options.Read, options.Deduplication.Features, options.Deduplication.Threads, arguments.IsQuiet(parsed), cancellation);
            return await BatchCommand.RunAsync(options with { Embedder = embedder }, arguments.IsQuiet(parsed), parsed.GetValue(CommandLine.Verbose), cancellation);
        });
        return command;
    }

    /// <summary>The option that says what one story is.</summary>
    public static Option<double> CreateGranularity()
    {
        var usual = new StoryOptions();
        return new Option<double>("--granularity", "-g")
        {
            Description = $"What one story is: incident (one event and what was said of it that day), event, or running (all that follows from it). Or the least mean closeness itself, such as {usual.Threshold.ToString(CultureInfo.InvariantCulture)} for event; from {Granularity.Least.ToString(CultureInfo.InvariantCulture)} to {Granularity.Most.ToString(CultureInfo.InvariantCulture)}.",
            HelpName = "incident|event|running|NUMBER",
            CustomParser = result => Granularity.Parse(result.Tokens[^1].Value) is { } threshold ? threshold : Unknown(result),
            DefaultValueFactory = _ => usual.Threshold,
        };
    }

    private static async Task<int> RethresholdAsync(string from, double threshold, StoryCalibration? calibration, BatchArguments arguments, ParseResult parsed, CancellationToken cancellation)
    {
        var options = arguments.Read(parsed);
        var outcome = await ThresholdRun.RunAsync(from, threshold, options.OutputFolder, options.Tables, calibration, cancellation);
        if (!arguments.IsQuiet(parsed)) StoryLines.PrintSummary(outcome.Summary.Stories!, options.OutputFolder);
        return ExitCode.Done;
    }

    private static double Unknown(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--granularity: '{result.Tokens[^1].Value}' is none of incident, event, running, and no number from {Granularity.Least} to {Granularity.Most}.");
        return default;
    }
}
