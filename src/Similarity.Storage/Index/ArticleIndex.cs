using System.Diagnostics;

namespace Similarity.Storage;

/// <summary>
/// An index of articles that outlives the process: articles are added as they arrive, and it is known at once whether their
/// text has been seen before, whose copy it is, and with what evidence. What it decides is what <see cref="Similarity.Deduplication"/> decides of
/// the same articles in a run, as far as an article that comes earlier can know.
/// <para>
/// Texts meet in the order in which they arrive. Where a run would have them meet in order of preference, the two agree
/// unless more than a dozen texts share as much (see <see cref="Similarity.DeduplicationOptions"/>, <c>Bucket</c> in the source), or more than
/// <see cref="ComponentGrouping.MostTexts"/> texts are connected by candidates.
/// </para>
/// </summary>
/// <remarks>
/// Thread-safe. Any number of threads may add and ask at the same time. Features are computed by whoever adds; one at a
/// time decides and writes, for all who wait, so that of two articles with one text added at the same moment one is new
/// and the other its copy. Whoever asks waits for nobody, and sees the index as it was at one moment: with all that was added before the call, and
/// maybe some writes that are made meanwhile, each whole or not at all; stories alone are asked as they are (<see cref="Find(Article)"/>). What is enumerated is of the moment when that begins.
/// An add is whole or did not happen; when the call returns it is on disk (see <see cref="ArticleIndexOptions.SyncEvery"/>). After a
/// failed write (a full disk) the index answers no more and must be opened again, when it has all that was acknowledged.
/// </remarks>
public sealed class ArticleIndex : IDisposable
{
    /// <summary>Name of the meter and of the activity source by which an index tells about itself (see <see cref="IndexInstruments"/>).</summary>
    public const string InstrumentationName = "Similarity.Storage";

    private readonly IndexInstruments _instruments;
    private readonly IndexWriter _writer;
    private readonly IDisposable? _lock;
    private readonly IIndexStore _store;
    private int _asked;

    private ArticleIndex(IIndexStore store, ArticleIndexOptions options, IDisposable? hold)
    {
        (_store, _lock) = (store, hold);
        _instruments = new IndexInstruments(() => _writer is { IsUsable: true } ? Statistics : null);
        _writer = new IndexWriter(store, options, _instruments);
        using var moment = _writer.TakeMoment();
        IndexLog.Opened(options.Logger, moment.Counters.Articles, moment.Counters.Texts);
    }

    /// <summary>Opens the index in a directory; makes it where there is none.</summary>
    /// <param name="directory">The directory. Nothing but the index belongs in it.</param>
    /// <param name="options">How it decides, and what it may use.</param>
    /// <exception cref="IndexLockedException">Another process writes to it; the message says which.</exception>
    /// <exception cref="IndexMismatchException">It was made by another version or with other options; the message names both sides.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static ArticleIndex Open(string directory, ArticleIndexOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= new ArticleIndexOptions();
        if (options.IsReadOnly) return Open(RocksIndexStore.Open(StoreFolder(directory), options.Store), options, hold: null);
        _ = Directory.CreateDirectory(directory);
        var hold = WriterLock.Take(directory, options.Clock);
        try
        {
            return Open(RocksIndexStore.Open(StoreFolder(directory), options.Store), options, hold);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Makes an index in memory, for tests and for what need not outlive the process.</summary>
    public static ArticleIndex InMemory(ArticleIndexOptions? options = null) => Open(new MemoryIndexStore(), options ?? new ArticleIndexOptions());

    /// <summary>Opens the index of a store, and disposes that with it.</summary>
    /// <inheritdoc cref="Open(string, ArticleIndexOptions)"/>
    public static ArticleIndex Open(IIndexStore store, ArticleIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        return Open(store, options, hold: null);
    }

    /// <summary>How the index decides.</summary>
    public DeduplicationOptions Deduplication => Read(moment => moment.State.Rules.Options);

    /// <summary>How large it is.</summary>
    public IndexStatistics Statistics => Read(moment => IndexStatistics.Of(moment, _store));

    /// <summary>What it holds and was made with. Reads all articles.</summary>
    public IndexDescription Describe(CancellationToken cancellation = default) => Read(moment => new IndexInspection(moment, _store).Run(cancellation));

    /// <summary>Adds an article and says how it stands to those that are there.</summary>
    /// <returns>
    /// The verdict. An article of the same identifier and text is not added twice: the verdict is that of the one that is there. One of the
    /// same identifier with another text is rejected (see <see cref="Update(Article)"/>).
    /// </returns>
    public Verdict Add(Article article) => Add([Buffered(article)], replaces: false)[0];

    /// <summary>Adds an article, or puts it in the place of the one that has its identifier and another text.</summary>
    public Verdict Update(Article article) => Add([Buffered(article)], replaces: true)[0];

    /// <summary>Adds articles, all of them or none, and says of each how it stands to those before it.</summary>
    /// <param name="articles">The articles, in order. All are written together: some hundreds are a good number.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public IReadOnlyList<Verdict> AddRange(IReadOnlyList<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Add([.. articles.Select(Buffered)], replaces: false, cancellation);
    }

    /// <summary>Adds articles as they come, a few at a time: those that are there when the last have been written.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellation">Stops between writes; what has a verdict has been added.</param>
    public IAsyncEnumerable<Verdict> AddAsync(IAsyncEnumerable<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return ArticlePipeline.Run(this, articles, cancellation);
    }

    /// <summary>
    /// Says of an article what <see cref="Add(Article)"/> would, and adds nothing. Of stories it tells how they are when the question comes to them, not what an add may
    /// arrange. It waits for them: until they are taken up (in an index that is only read, from its first question on), and while they are changed or arranged.
    /// </summary>
    public Verdict Find(Article article) => Find(Buffered(article));

    /// <summary>The article with an identifier, or <see langword="null"/>.</summary>
    public IndexedArticle? Get(string id) => ReadArticle(id, (rows, number, _) => rows.Article(number) is { } value ? ArticleRecord.OfThread.Read(number, value) : null);

    /// <summary>How an article that is there stands to the others now; <see langword="null"/> where it is not there.</summary>
    public Verdict? VerdictOf(string id) => ReadArticle(id, VerdictReader.Read);

    /// <summary>
    /// The articles that share a text with one, itself included, with their verdicts, as they arrived; empty where it is not
    /// there.
    /// </summary>
    public IEnumerable<Verdict> GroupOf(string id) => ReadArticle(id, (rows, number, features) => VerdictReader.OfGroup(rows, number, features).ToArray()) ?? [];

    /// <summary>The articles of a story, with their verdicts, as they arrived; empty where there is no story of this name.</summary>
    /// <param name="story">The name, as a verdict tells it.</param>
    public IEnumerable<Verdict> StoryOf(string story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Read(moment => VerdictReader.OfStory(moment.BeginRows(), story, moment.State.Rules.Options.Features).ToArray());
    }

    /// <summary>All articles, as they arrived: those that are there when the enumeration begins.</summary>
    public IEnumerable<IndexedArticle> Articles()
    {
        _writer.RequireUsable();
        return Enumerate(KeySpace.Articles(), entry => ArticleRecord.OfThread.Read(KeySpace.ArticleOf(entry.Key), entry.Value));
    }

    /// <summary>What happened after an event, in order; after 0 for all that is kept.</summary>
    public IEnumerable<IndexEvent> EventsAfter(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        _writer.RequireUsable();
        return Enumerate(KeySpace.Events(number + 1), entry => IndexEvent.FromBytes(KeySpace.EventOf(entry.Key), entry.Value));
    }

    /// <summary>Removes an article: it is gone from every answer when this returns, and from disk when the index is compacted.</summary>
    /// <returns>False where it is not there.</returns>
    public bool Remove(string id) => _writer.Remove(Utf8(id));

    /// <summary>
    /// Removes what has expired, merges postings, and gives back the disk space of all that is gone. Adding waits only while
    /// expired articles are removed.
    /// </summary>
    public void Compact(CancellationToken cancellation = default) => _writer.Compact(cancellation);

    /// <summary>
    /// Learns from the articles that are there what each outlet repeats, and compares all texts anew without it: what a run does
    /// before it compares anything. Adding waits meanwhile; questions are answered from what was known. Costs about as much time as adding all articles, and
    /// until the index is compacted or opened again the space of what was computed before.
    /// </summary>
    /// <returns>Whether anything else was learnt than was known, so that groups may have changed.</returns>
    public bool Relearn(CancellationToken cancellation = default) => _writer.Relearn(cancellation);

    /// <summary>Reads everything that is there when it is called, and compares it. Adding goes on meanwhile.</summary>
    /// <returns>What is wrong, in words; empty where nothing is. After a hundred faults no more are looked for.</returns>
    public IReadOnlyList<string> Verify(CancellationToken cancellation = default) => Read(moment => new IndexVerification(moment).Run(cancellation));

    /// <summary>
    /// Writes a copy of the index as it is now to a directory that does not exist. Adding goes on meanwhile. It shares the files of the index where
    /// the disk can do that; of one that was opened to be read only, each entry is copied.
    /// </summary>
    /// <exception cref="IOException">The directory exists, or cannot be written; nothing is left of it then.</exception>
    public void Snapshot(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        using var moment = _writer.TakeMoment();
        IndexSnapshot.Write(directory, () => _store.Checkpoint(StoreFolder(directory)));
    }

    /// <summary>
    /// Closes the index. What is being written ends first; who asks at that moment is answered, and the store is closed when the last of them is done. An
    /// enumeration that was begun has to be ended for that.
    /// </summary>
    public void Dispose()
    {
        if (_writer.IsClosed) return;
        _writer.Dispose();
        _instruments.Dispose();
        _store.Dispose();
        _lock?.Dispose();
    }

    /// <summary>Adds articles that have been read to buffers, which are kept.</summary>
    internal IReadOnlyList<Verdict> Add(ArticleBuffer[] articles, bool replaces, CancellationToken cancellation = default) =>
        Add(Prepare(articles, replaces, cancellation));

    /// <summary>Computes what can be of articles before they are added, while others are; the buffers are kept.</summary>
    internal AddRequest Prepare(ArticleBuffer[] articles, bool replaces, CancellationToken cancellation)
    {
        using var activity = IndexInstruments.Activities.StartActivity("index.prepare");
        return _writer.Prepare(articles, replaces, cancellation);
    }

    /// <summary>Adds articles that have been prepared.</summary>
    internal IReadOnlyList<Verdict> Add(AddRequest prepared)
    {
        if (prepared.Articles.Length == 0) return [];
        using var activity = IndexInstruments.Activities.StartActivity("index.add");
        _ = activity?.SetTag("articles", prepared.Articles.Length);
        var verdicts = _writer.Add(prepared);
        _instruments.Added(verdicts, Stopwatch.GetElapsedTime(prepared.Begun));
        return verdicts;
    }

    internal Verdict Find(ArticleBuffer article)
    {
        using var activity = IndexInstruments.Activities.StartActivity("index.find");
        var clock = Stopwatch.GetTimestamp();
        using var moment = _writer.TakeMoment();
        var preparation = moment.State.TakePreparation();
        var prepared = preparation.Prepare(article, moment.Postings, 0);
        moment.State.Return(preparation);
        var number = int.MaxValue - (Interlocked.Increment(ref _asked) & 0x3FFFFFFF);
        using var change = new IndexChange(moment);
        var verdict = change.Ask(prepared, number);
        _instruments.Found(Stopwatch.GetElapsedTime(clock));
        return verdict;
    }

    private static ArticleIndex Open(IIndexStore store, ArticleIndexOptions options, IDisposable? hold)
    {
        try
        {
            return new ArticleIndex(store, options, hold);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private T Read<T>(Func<IndexMoment, T> read)
    {
        using var moment = _writer.TakeMoment();
        return read(moment);
    }

    /// <summary>What <paramref name="read"/> says of the article with an identifier; <see langword="null"/> where it is not there.</summary>
    private T? ReadArticle<T>(string id, Func<IndexRows, int, FeatureOptions, T?> read) where T : class
    {
        var key = Utf8(id);
        return Read(moment => moment.BeginRows() is var rows && rows.ArticleWith(key) is { } number ? read(rows, number, moment.State.Rules.Options.Features) : null);
    }

    private IEnumerable<T> Enumerate<T>((byte[] From, byte[] Before) range, Func<StoreEntry, T> read)
    {
        using var moment = _writer.TakeMoment();
        foreach (var entry in moment.Store.Scan(range.From, range.Before)) yield return read(entry);
    }

    private static string StoreFolder(string directory) => Path.Combine(directory, "store");

    internal static ArticleBuffer Buffered(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var buffer = new ArticleBuffer();
        buffer.Set(article);
        return buffer;
    }

    private static byte[] Utf8(string id) => System.Text.Encoding.UTF8.GetBytes(id ?? throw new ArgumentNullException(nameof(id)));
}
