using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity evaluate</c>: how well the stories of some files agree with labels.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for stories.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var gold = new Option<string>("--gold") { Description = "The labels: JSON Lines or CSV with id and label; articles without one take part and are not compared.", HelpName = "FILE", Required = true };
        Checks.NotEmpty(gold);
        var label = new Option<string>("--label-field") { Description = "Which field of these holds the label.", HelpName = "NAME", DefaultValueFactory = _ => "label" };
        Checks.NotEmpty(label);
        var output = new Option<string?>("--output", "-o") { Description = "Where evaluation.json, errors.jsonl and sweep.svg go.", HelpName = "DIR" };
        Checks.NotEmpty(output);
        var errors = new Option<int>("--errors") { Description = "Errors of each kind to show.", HelpName = "N", DefaultValueFactory = _ => 5 };
        Checks.InRange(errors, 0, 25);
        var threads = new Option<int>("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Checks.InRange(threads, 1, 1024);
        var granularity = StoriesCommand.CreateGranularity();
        var embedding = new EmbeddingArguments();
        var reading = new ReadingArguments();
        var decision = new DecisionArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("evaluate", "Compare the stories that are found with labelled ones.") { inputs, gold, label, output, errors, granularity, threads };
        embedding.AddTo(command);
        decision.AddTo(command);
        furniture.AddTo(command);
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var labels = GoldLabels.Read(parsed.GetRequiredValue(gold), parsed.GetRequiredValue(label));
            var options = new BatchRunOptions
            {
                Inputs = parsed.GetRequiredValue(inputs),
                OutputFolder = parsed.GetValue(output) ?? "",
                Read = reading.Read(parsed),
                Deduplication = decision.Read(parsed, furniture.Read(parsed)) with { Threads = parsed.GetValue(threads) },
                Stories = new StoryOptions { Threshold = parsed.GetValue(granularity) },
            };
            var embedder = await embedding.ReadAsync(parsed, [.. options.Inputs], options.Read, options.Deduplication.Features, parsed.GetValue(threads), quiet: false, cancellation);
            var outcome = await EvaluationRun.RunAsync(options with { Embedder = embedder }, labels, progress: null, cancellation);
            EvaluationView.Print(outcome, labels, parsed.GetValue(errors));
            if (parsed.GetValue(output) is { } folder)
            {
                await EvaluationReport.WriteAsync(outcome, folder, cancellation);
                Console.WriteLine($"results in {SafeText.OneLine(folder, 400)}");
            }
            return outcome.FirstRejects.Any(reject => reject.Outcome == RejectOutcome.Abandoned) ? ExitCode.Error : ExitCode.Done;
        });
        return command;
    }
}
