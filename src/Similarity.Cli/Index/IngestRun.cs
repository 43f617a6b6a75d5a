using System.Threading.Channels;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>
/// Takes articles as they come, has them judged some at a time, and writes a verdict for each, in order. What is there is
/// judged together; nothing waits for more.
/// </summary>
/// <param name="begin">
/// Begins to judge some articles, while others before them are still being judged. What it returns ends that, in order; when that has returned, what
/// it says is true whatever happens next.
/// </param>
/// <param name="most">Most articles that are judged together.</param>
/// <param name="lines">Takes the verdicts; <see langword="null"/> where nobody wants them.</param>
internal sealed class IngestRun(Func<ArticleBuffer[], Func<IReadOnlyList<Verdict>>> begin, int most, VerdictLines? lines)
{
    private const int MostUntold = 5;

    private (List<FeedItem> Items, Task<Func<IReadOnlyList<Verdict>>> Begun)? _begun;

    /// <summary>How many articles there are of each standing, so far.</summary>
    public SortedDictionary<ArticleStanding, int> Counts { get; } = [];

    /// <summary>Records that were no articles.</summary>
    public int Faults { get; private set; }

    /// <summary>The first of these, as far as nobody was told.</summary>
    public List<FeedItem> Untold { get; } = [];

    /// <summary>Whether an input could not be read to its end.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Articles that were there already.</summary>
    public int Known { get; private set; }

    public async Task RunAsync(ChannelReader<List<FeedItem>> feed, CancellationToken cancellation)
    {
        var waiting = new List<FeedItem>();
        while (await feed.WaitToReadAsync(cancellation))
        {
            while (feed.TryRead(out var items))
            {
                waiting.AddRange(items);
                while (waiting.Count >= most) await BeginAsync(waiting, most, cancellation);
            }
            if (waiting.Count > 0) await BeginAsync(waiting, waiting.Count, cancellation);
            await EndAsync(cancellation);
        }
    }

    private async Task BeginAsync(List<FeedItem> waiting, int count, CancellationToken cancellation)
    {
        var some = waiting.GetRange(0, count);
        waiting.RemoveRange(0, count);
        var begun = Task.Run(() => begin([.. some.Select(item => item.Article).OfType<ArticleBuffer>()]), cancellation);
        await EndAsync(cancellation);
        _begun = (some, begun);
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        if (_begun is not var (some, begun)) return;
        _begun = null;
        var end = await begun;
        cancellation.ThrowIfCancellationRequested();
        var verdicts = end();
        var next = 0;
        foreach (var item in some)
        {
            var verdict = item.Article is null ? null : verdicts[next++];
            if (verdict is null) Note(item);
            else if (verdict.IsKnown) Known++;
            else Counts[verdict.Standing] = Counts.GetValueOrDefault(verdict.Standing) + 1;
            lines?.Write(item, verdict);
        }
        lines?.Flush();
    }

    private void Note(FeedItem item)
    {
        Faults++;
        IsCutShort |= item.Fault is { Outcome: RejectOutcome.Abandoned };
        if (lines is null && Untold.Count < MostUntold) Untold.Add(item);
    }
}
