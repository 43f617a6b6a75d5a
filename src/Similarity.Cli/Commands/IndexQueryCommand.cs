using System.CommandLine;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary><c>similarity index query</c>: asks without adding.</summary>
internal static class IndexQueryCommand
{
    private const int Together = 100;

    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "Identifiers of articles that are there: how they and their groups stand. Without any, JSON Lines from standard input are judged as if they were added.", Arity = ArgumentArity.ZeroOrMore };
        var index = new IndexArguments();
        var reading = new ReadingArguments(fromPipe: true);
        var command = new Command("query", "Ask an index about articles, and add nothing. Another process may be adding meanwhile.") { ids };
        index.AddTo(command);
        reading.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var opened = index.OpenReader(parsed);
            using var lines = new VerdictLines(Console.OpenStandardOutput());
            if (parsed.GetValue(ids) is { Length: > 0 } asked) return Show(opened, asked, lines);
            return await IngestCommand.RunAsync(Begin, reading.Read(parsed), Together, lines, cancellation);

            Func<IReadOnlyList<Verdict>> Begin(ArticleBuffer[] articles)
            {
                Verdict[] found = [.. articles.AsParallel().AsOrdered().WithCancellation(cancellation).Select(opened.Find)];
                return () => found;
            }
        });
        return command;
    }

    private static int Show(ArticleIndex index, string[] ids, VerdictLines lines)
    {
        var missing = 0;
        // Several may be of one group.
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var any = false;
            foreach (var verdict in index.GroupOf(id))
            {
                if (shown.Add(verdict.Id)) lines.Write(verdict);
                any = true;
            }
            lines.Flush();
            if (any) continue;
            StandardError.Say($"there is no article '{id}'");
            missing++;
        }
        return missing > 0 ? ExitCode.Refused : ExitCode.Done;
    }
}
