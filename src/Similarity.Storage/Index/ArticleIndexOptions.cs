using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Similarity.Storage;

/// <summary>How an index decides, and what it may use. What it decides by is written down when it is made, and cannot be changed after.</summary>
public sealed record ArticleIndexOptions
{
    /// <summary>
    /// How texts are compared and which of several copies is preferred; <see langword="null"/> for what the index was made with, or the usual where
    /// it is made. Threads are <see cref="Threads"/>.
    /// What is known of furniture counts where the index is made, and is kept with it; see <see cref="ArticleIndex.Relearn"/>.
    /// </summary>
    public DeduplicationOptions? Deduplication { get; init; }

    /// <summary>Threads that work on the articles of a call, and on stories; at least 1, as many as there are processors by default. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Threads must be at least 1.");
    } = Environment.ProcessorCount;

    /// <summary>Memory that the index may hold, in bytes; at least 64 MiB, 1 GiB by default. Beside it come the articles that are being added.</summary>
    public long MemoryBytes
    {
        get;
        init => field = value >= 64L << 20 ? value : throw new ArgumentOutOfRangeException(nameof(MemoryBytes), value, "MemoryBytes must be at least 64 MiB.");
    } = 1L << 30;

    /// <summary>
    /// How long articles are kept after they were added; <see langword="null"/> for ever. They go a few at a time, as others
    /// come, in any case an hour later, and when the index is compacted.
    /// </summary>
    public TimeSpan? KeepFor
    {
        get;
        init => field = value is null || value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(KeepFor), value, "KeepFor must be above 0.");
    }

    /// <summary>
    /// How long what was added may be lost to a failure of the machine: 0 (the default) for not at all, every call returns
    /// when its articles are on disk. Otherwise they are at latest after this time; the end of the process, whatever ends it, loses nothing.
    /// </summary>
    public TimeSpan SyncEvery
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1) ? value : throw new ArgumentOutOfRangeException(nameof(SyncEvery), value, "SyncEvery must be from 0 to an hour.");
    }

    /// <summary>Whether the index is only asked. Several processes may ask while one adds; they see what was there when they opened it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many events are kept for consumers that come back; older ones are forgotten. At least 1.</summary>
    public int EventsKept
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(EventsKept), value, "EventsKept must be at least 1.");
    } = 1_000_000;

    /// <summary>
    /// How stories are found; <see langword="null"/> for not at all. Left alone, as the index was made with; one that is made then, of the last 30 days and 50,000 texts, some
    /// 300 MB of memory, and with more than 5,000 texts arranged anew only when the index is compacted, so that no article waits for it. What was made with others than are given here is refused;
    /// <see cref="OnlineStoryOptions.RearrangeAfter"/>, <see cref="OnlineStoryOptions.RearrangeUpTo"/> and threads are free.
    /// </summary>
    public OnlineStoryOptions? Stories
    {
        get;
        init => (field, NamesStories) = (value, true);
    } = new() { KeepDays = 30, MostTexts = 50_000, RearrangeUpTo = 5000 };

    /// <summary>The clock that says when an article was added.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Takes what is worth telling an operator.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Texts that are held in memory before they become a segment.</summary>
    internal int RecentTexts { get; init; } = PostingIndex.DefaultRecent;

    /// <summary>Whether <see cref="Stories"/> was given, and not left alone.</summary>
    internal bool NamesStories { get; private init; }

    /// <summary>Whether stories are read when it is opened to be changed; whoever only copies it need not wait for that, and must change nothing.</summary>
    internal bool TakesUpStories { get; init; } = true;

    internal StoreOptions Store => new()
    {
        IsReadOnly = IsReadOnly,
        CacheBytes = MemoryBytes / 16 * 3,
        WriteBufferBytes = Math.Clamp(MemoryBytes / 32, 1L << 20, 64L << 20),
    };

    internal long FilterBytes => MemoryBytes / 4;

    internal long TextCacheBytes => MemoryBytes / 16;

    internal long BlockCacheBytes => MemoryBytes / 16;
}
