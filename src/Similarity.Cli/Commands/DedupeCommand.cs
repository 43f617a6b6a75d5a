using System.CommandLine;

namespace Similarity.Cli;

/// <summary><c>similarity dedupe</c>: which articles of some files are the same text.</summary>
internal static class DedupeCommand
{
    public static Command Create()
    {
        var arguments = new BatchArguments();
        var command = new Command("dedupe", "Find the articles that are the same text: identical, reprinted, or trimmed.");
        arguments.AddFirst(command);
        arguments.AddRest(command);
        command.SetAction((parsed, cancellation) => BatchCommand.RunAsync(arguments.Read(parsed), arguments.IsQuiet(parsed), parsed.GetValue(CommandLine.Verbose), cancellation));
        return command;
    }
}
