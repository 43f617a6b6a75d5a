using System.CommandLine;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary><c>similarity index events</c>: what changes in an index, for consumers that go on where they ended.</summary>
internal static class IndexEventsCommand
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var index = new IndexArguments();
        var since = new Option<long>("--since") { Description = "Number of the last event that is known: what happened after it is written. 0 for all that is kept.", HelpName = "N", DefaultValueFactory = _ => 0 };
        var limit = new Option<long?>("--limit") { Description = "Most events to write.", HelpName = "N" };
        Checks.AtLeast(since, 0);
        Checks.AtLeast(limit, 1);
        var follow = new Option<bool>("--follow", "-f") { Description = "Wait for further events, until interrupted or until nobody reads the output any more." };
        var every = new Option<TimeSpan?>("--poll-every") { Description = "How often --follow looks for further events (default: 1s).", HelpName = "500ms|5s", CustomParser = result => IndexArguments.ParseTime(result, "ms", "s") };
        var command = new Command("events", "Write what earlier verdicts do not say as JSON Lines with numbers, in order: canonicals that changed, groups and stories merged and split, articles removed. Another process may be adding meanwhile.");
        index.AddDirectoryTo(command);
        foreach (var option in new Option[] { since, limit, follow, every }) command.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var feed = new EventFeed(index.Directory(parsed));
            var (known, most) = (parsed.GetValue(since), parsed.GetValue(limit) ?? long.MaxValue);
            using var lines = new EventLines(Console.OpenStandardOutput(), known);
            if (!parsed.GetValue(follow))
            {
                foreach (var change in feed.After(known).TakeWhile(_ => !cancellation.IsCancellationRequested)) if (!lines.Write(change, most)) break;
                return ExitCode.Done;
            }
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var interval = parsed.GetValue(every) ?? DefaultInterval;
            using var watch = new Timer(_ => { if (ClosedOutput.IsClosed()) ended.Cancel(); }, null, interval, interval);
            try
            {
                await foreach (var change in feed.FollowAsync(known, interval, TimeProvider.System, ended.Token))
                {
                    if (!lines.Write(change, most)) break;
                    lines.Flush();
                }
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The way in which it ends.
            }
            return ExitCode.Done;
        });
        return command;
    }
}
