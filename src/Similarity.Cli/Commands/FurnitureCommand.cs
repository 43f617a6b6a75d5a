using System.CommandLine;
using System.Text;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary><c>similarity furniture</c>: what the outlets of some files repeat on their pages.</summary>
internal static class FurnitureCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Articles, as for dedupe.", Arity = ArgumentArity.OneOrMore };
        Checks.NoOptions(inputs);
        var output = new Option<string?>("--output", "-o") { Description = "Save what is learnt as a text file, to be edited and given to --furniture.", HelpName = "FILE" };
        Checks.NotEmpty(output);
        var threads = new Option<int>("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        Checks.InRange(threads, 1, 1024);
        var lines = new Option<int>("--lines") { Description = "Lines to show of each outlet.", HelpName = "N", DefaultValueFactory = _ => 5 };
        Checks.InRange(lines, 0, int.MaxValue);
        var reading = new ReadingArguments();
        var furniture = new FurnitureArguments();
        var command = new Command("furniture", "Learn and show the lines that outlets put on many of their pages.") { inputs, output, lines, threads };
        furniture.AddTo(command);
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            // Before the work, so that a place that cannot be written to is known at once.
            using var file = parsed.GetValue(output) is { } path ? ReplacedFile.Create(path) : null;
            var outcome = await FurnitureRun.LearnAsync(
                parsed.GetRequiredValue(inputs), reading.Read(parsed), furniture.Read(parsed), parsed.GetValue(threads), progress: null, cancellation);
            if (file is not null)
            {
                await file.Stream.WriteAsync(Encoding.UTF8.GetBytes(outcome.Learnt.ToText()), cancellation);
                file.Complete();
            }
            FurnitureView.Print(outcome, parsed.GetValue(lines), parsed.GetValue(output));
            return outcome.Abandoned > 0 ? ExitCode.Error : outcome.Articles == 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }
}
