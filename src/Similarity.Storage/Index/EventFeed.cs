using System.Globalization;
using System.Runtime.CompilerServices;

namespace Similarity.Storage;

/// <summary>
/// The events of an index on disk, for consumers beside the process that writes to it: what <see cref="ArticleIndex.EventsAfter"/> says of an open index, of a
/// directory. A consumer that keeps the number of the last event which it has dealt with resumes after that, whatever has been restarted meanwhile.
/// </summary>
/// <remarks>
/// Thread-safe. It opens the store alone, and only while it reads. Numbers follow each other; where one does not, events between have been forgotten
/// (<see cref="ArticleIndexOptions.EventsKept"/>), and what is known of groups and stories is to be read again.
/// </remarks>
/// <param name="directory">The directory of the index.</param>
public sealed class EventFeed(string directory)
{
    private const long CacheBytes = 8L << 20;

    private readonly string _store = Path.Combine(directory, "store");

    /// <summary>What happened after an event, in order; after 0 for all that is kept. What is enumerated is of the moment when that begins.</summary>
    /// <param name="number">Number of the last event that is known.</param>
    /// <exception cref="IOException">There is no index, it cannot be read, or no event of this number has happened in it yet.</exception>
    /// <exception cref="IndexMismatchException">It was made by another version.</exception>
    public IEnumerable<IndexEvent> After(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Read(number);
    }

    /// <summary>What happened after an event and what happens then, until it is cancelled.</summary>
    /// <param name="number">Number of the last event that is known; 0 for none.</param>
    /// <param name="interval">How often it looks whether something was written; above 0.</param>
    /// <param name="clock">Keeps the time.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <inheritdoc cref="After" path="/exception"/>
    public async IAsyncEnumerable<IndexEvent> FollowAsync(long number, TimeSpan interval, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        while (true)
        {
            var logs = Logs();
            foreach (var change in Read(number))
            {
                cancellation.ThrowIfCancellationRequested();
                number = change.Number;
                yield return change;
            }
            do await Task.Delay(interval, clock, cancellation);
            while (Logs() == logs);
        }
    }

    private IEnumerable<IndexEvent> Read(long number)
    {
        if (!RocksIndexStore.IsIn(_store)) throw new IOException($"There is no index in {directory}.");
        using var store = RocksIndexStore.Open(_store, new StoreOptions { IsReadOnly = true, CacheBytes = CacheBytes });
        using var moment = store.TakeSnapshot();
        IndexHeader.RequireVersions(moment.Read(KeySpace.Header) ?? throw new IOException($"There is no index in {directory}."));
        var last = IndexCounters.FromBytes(moment.Read(KeySpace.Counters) ?? throw new InvalidDataException("The index is damaged: its counters are missing.")).NextEvent - 1;
        if (number > last) throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The last event of {directory} is {last}, and {number} was known: this is another index, or an earlier state of it. Read what is known of groups and stories again, and go on after {last}."));
        var (from, before) = KeySpace.Events(number + 1);
        foreach (var entry in moment.Scan(from, before)) yield return IndexEvent.FromBytes(KeySpace.EventOf(entry.Key), entry.Value);
    }

    /// <summary>Names and lengths of the logs of the store: whatever is written changes them.</summary>
    private string Logs()
    {
        try
        {
            return string.Join(' ', Directory.GetFiles(_store, "*.log").Order(StringComparer.Ordinal).Select(log => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(log)}:{new FileInfo(log).Length}")));
        }
        catch (IOException)
        {
            // One has just been replaced.
            return "";
        }
    }
}
