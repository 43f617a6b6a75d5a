using System.CommandLine;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary><c>similarity ingest</c>: a filter; articles in, a verdict for each out.</summary>
internal static class IngestCommand
{
    private const int DefaultBatch = 200;

    public static Command Create()
    {
        var index = new IndexArguments();
        var reading = new ReadingArguments(fromPipe: true);
        var batch = new Option<int>("--batch") { Description = "Most articles that are written together.", HelpName = "N", DefaultValueFactory = _ => DefaultBatch };
        Checks.InRange(batch, 1, 10_000);
        var replace = new Option<bool>("--replace") { Description = "Let an article take the place of one of its identifier with another text, instead of rejecting it." };
        var command = new Command("ingest", "Add JSON Lines from standard input to an index; write a verdict for each to standard output, in order, when it is on disk.");
        index.AddWritingTo(command);
        reading.AddTo(command);
        command.Add(batch);
        command.Add(replace);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (most, replaces) = (parsed.GetValue(batch), parsed.GetValue(replace));
            var options = reading.Read(parsed);
            using var opened = index.OpenWriter(parsed);
            using var lines = new VerdictLines(Console.OpenStandardOutput());
            return await RunAsync(articles => BeginAdding(opened, articles, replaces, cancellation), options, most, lines, cancellation);
        });
        return command;
    }

    /// <summary>Prepares articles; what it returns adds them.</summary>
    public static Func<IReadOnlyList<Verdict>> BeginAdding(ArticleIndex index, ArticleBuffer[] articles, bool replaces, CancellationToken cancellation)
    {
        var prepared = index.Prepare(articles, replaces, cancellation);
        return () => index.Add(prepared);
    }

    /// <summary>Has what comes from standard input judged (see <see cref="IngestRun"/>).</summary>
    public static async Task<int> RunAsync(Func<ArticleBuffer[], Func<IReadOnlyList<Verdict>>> begin, ReadOptions options, int most, VerdictLines lines, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feed = new ArticleFeed(options);
        var reading = feed.ReadStandardInputAsync(stopping.Token);
        try
        {
            await new IngestRun(begin, most, lines).RunAsync(feed.Items, cancellation);
        }
        catch (OperationCanceledException)
        {
            StandardError.Say("stopped; every article that has a verdict was added");
            return ExitCode.Interrupted;
        }
        finally
        {
            await stopping.CancelAsync();
            await reading;
        }
        return ExitCode.Done;
    }
}
