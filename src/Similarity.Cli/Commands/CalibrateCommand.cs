using System.CommandLine;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity calibrate</c>: fits the probability that two texts tell one story to labels.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var gold = new Option<string?>("--gold") { Description = "The labels of articles: JSON Lines or CSV with id and label.", HelpName = "FILE" };
        Checks.NotEmpty(gold);
        var pairs = new Option<string?>("--pairs") { Description = "Instead, pairs that sample has drawn and somebody has labelled.", HelpName = "FILE" };
        Checks.NotEmpty(pairs);
        var label = new Option<string>("--label-field") { Description = "Which field of --gold holds the label.", HelpName = "NAME", DefaultValueFactory = _ => "label" };
        Checks.NotEmpty(label);
        var output = new Option<string>("--output", "-o") { Description = $"Where {CalibrationReport.CalibrationName}, for stories --calibration, and {CalibrationReport.PictureName} go.", HelpName = "DIR", Required = true };
        Checks.NotEmpty(output);
        var arguments = new FoundStoriesArguments();
        var command = new Command("calibrate", "Fit the probability that two articles tell one story to your labels.");
        arguments.AddTo(command, gold, pairs, label, output);
        arguments.ProtectInputs(command, parsed => FoundStoriesArguments.FilesOf(parsed.GetValue(output), CalibrationReport.CalibrationName, CalibrationReport.PictureName), gold, pairs);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(gold) is null == parsed.GetValue(pairs) is null) parsed.AddError("Name labels with either --gold or --pairs. Without labels, see sample.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetRequiredValue(output);
            CalibrationOutcome outcome;
            if (parsed.GetValue(pairs) is { } path)
            {
                var labelled = LabelledPairs.Read(path);
                outcome = await CalibrationRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), labelled, cancellation);
                CalibrationView.Print(outcome, labelled.Faults);
            }
            else
            {
                var labels = GoldLabels.Read(parsed.GetRequiredValue(gold)!, parsed.GetRequiredValue(label));
                outcome = await CalibrationRun.RunAsync(await arguments.ReadAsync(parsed, cancellation), labels, cancellation);
                CalibrationView.Print(outcome, labels.Faults);
            }
            await CalibrationReport.WriteAsync(outcome, folder, cancellation);
            var file = SafeText.OneLine(Path.Combine(folder, CalibrationReport.CalibrationName), 400);
            Console.WriteLine($"use it: similarity stories INPUT... --calibration {file}");
            return FoundStoriesArguments.ExitCodeOf(outcome.FirstRejects);
        });
        return command;
    }
}
