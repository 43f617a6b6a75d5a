using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary><c>similarity index remove</c>: takes articles out of an index.</summary>
internal static class IndexRemoveCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "Identifiers of the articles.", Arity = ArgumentArity.OneOrMore };
        var index = new IndexArguments();
        var command = new Command("remove", "Remove articles: they are gone from every answer at once, and from disk with the next compaction.") { ids };
        index.AddChangingTo(command);
        command.SetAction(parsed =>
        {
            using var opened = index.OpenExisting(parsed);
            var missing = 0;
            foreach (var id in parsed.GetRequiredValue(ids))
            {
                if (opened.Remove(id)) continue;
                StandardError.Say($"there is no article '{id}'");
                missing++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetRequiredValue(ids).Length - missing:n0} removed"));
            return missing > 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }
}
