using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity evaluate</c>: how well the stories of some files agree with labels of articles or of pairs.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Option<string?>("--gold") { Description = "The labels of articles: JSON Lines or CSV with id and label; articles without one take part and are not compared.", HelpName = "FILE" };
        Checks.NotEmpty(gold);
        var pairs = new Option<string?>("--pairs") { Description = "Instead, pairs that sample has drawn and somebody has labelled.", HelpName = "FILE" };
        Checks.NotEmpty(pairs);
        var label = new Option<string>("--label-field") { Description = "Which field of --gold holds the label.", HelpName = "NAME", DefaultValueFactory = _ => "label" };
        Checks.NotEmpty(label);
        var output = new Option<string?>("--output", "-o") { Description = "Where evaluation.json, errors.jsonl and sweep.svg go.", HelpName = "DIR" };
        Checks.NotEmpty(output);
        var errors = new Option<int>("--errors") { Description = "Errors of each kind to show.", HelpName = "N", DefaultValueFactory = _ => 5 };
        Checks.InRange(errors, 0, 25);
        var arguments = new FoundStoriesArguments();
        var command = new Command("evaluate", "Compare the stories that are found with labelled articles or pairs.");
        arguments.AddTo(command, gold, pairs, label, output, errors);
        arguments.ProtectInputs(command, parsed => FoundStoriesArguments.FilesOf(parsed.GetValue(output), "evaluation.json", "errors.jsonl", "sweep.svg"), gold, pairs);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(gold) is null == parsed.GetValue(pairs) is null) parsed.AddError("Name labels with either --gold or --pairs. Without labels, see sample and suggest.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(output);
            if (parsed.GetValue(pairs) is { } path)
            {
                var labelled = LabelledPairs.Read(path);
                var judged = await PairEvaluationRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), labelled, progress: null, cancellation);
                PairEvaluationView.Print(judged, labelled, parsed.GetValue(errors));
                if (folder is not null) await EvaluationReport.WriteAsync(judged, folder, cancellation);
                Tell(folder);
                return FoundStoriesArguments.ExitCodeOf(judged.FirstRejects);
            }
            var labels = GoldLabels.Read(parsed.GetRequiredValue(gold)!, parsed.GetRequiredValue(label));
            var outcome = await EvaluationRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), labels, progress: null, cancellation);
            EvaluationView.Print(outcome, labels, parsed.GetValue(errors));
            if (folder is not null) await EvaluationReport.WriteAsync(outcome, folder, cancellation);
            Tell(folder);
            return FoundStoriesArguments.ExitCodeOf(outcome.FirstRejects);
        });
        return command;
    }

    private static void Tell(string? folder)
    {
        if (folder is not null) Console.WriteLine($"results in {SafeText.OneLine(folder, 400)}");
    }
}
