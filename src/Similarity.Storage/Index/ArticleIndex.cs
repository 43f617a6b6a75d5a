using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

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
/// and the other its copy. Whoever asks sees what was added before the call, and maybe some of what is added meanwhile.
/// An add is whole or did not happen; when the call returns it is on disk (see <see cref="ArticleIndexOptions.SyncEvery"/>). After a
/// failed write (a full disk) the index answers no more and must be opened again, when it has all that was acknowledged.
/// </remarks>
public sealed class ArticleIndex : IDisposable
{
    /// <summary>Articles that are written together at most.</summary>
    private const int MostTogether = 1000;

    private readonly Lock _writing = new();
    private readonly ConcurrentQueue<AddRequest> _waiting = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly IDisposable? _lock;
    private readonly IIndexStore _store;
    private readonly ArticleIndexOptions _options;
    private readonly ITimer? _sync;
    private readonly IndexState _state;
    private Exception? _fault;
    private Task _merging = Task.CompletedTask;
    private bool _isUnsynced;
    private int _asked;
    private long _expiryChecked;
    private int _addedSinceExpiry;

    private ArticleIndex(IIndexStore store, ArticleIndexOptions options, IDisposable? hold)
    {
        (_store, _options, _lock) = (store, options, hold);
        _state = IndexState.Open(store, options);
        _expiryChecked = options.Clock.GetTimestamp();
        if (options.SyncEvery > TimeSpan.Zero && !options.IsReadOnly) _sync = options.Clock.CreateTimer(_ => Sync(), null, options.SyncEvery, options.SyncEvery);
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
    public DeduplicationOptions Deduplication => State.Rules.Options;

    /// <summary>How large it is.</summary>
    public IndexStatistics Statistics
    {
        get
        {
            var state = State;
            return new IndexStatistics(
                state.Counters.Articles,
                state.Counters.Texts,
                state.Postings.Segments.Count,
                state.Postings.RecentTexts,
                state.Postings.Bytes,
                _store.ApproximateBytes(),
                _store is RocksIndexStore disk ? disk.MemoryBytes() : 0,
                state.Counters.NextEvent - 1);
        }
    }

    private IndexState State
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_fault is { } fault) throw new IOException($"The index must be opened again, because something could not be written: {fault.Message}", fault);
            return _state;
        }
    }

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
    public async IAsyncEnumerable<Verdict> AddAsync(IAsyncEnumerable<Article> articles, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        const int Together = 100;
        var some = new List<ArticleBuffer>(Together);
        await using var source = articles.GetAsyncEnumerator(cancellation);
        var next = source.MoveNextAsync();
        while (true)
        {
            // What is not there yet is not waited for while others wait to be written.
            if (some.Count == Together || (some.Count > 0 && !next.IsCompleted))
            {
                foreach (var verdict in Add([.. some], replaces: false, cancellation)) yield return verdict;
                some.Clear();
            }
            if (!await next) break;
            some.Add(Buffered(source.Current));
            next = source.MoveNextAsync();
        }
        if (some.Count == 0) yield break;
        foreach (var verdict in Add([.. some], replaces: false, cancellation)) yield return verdict;
    }

    /// <summary>Says how an article would stand to those that are there, and adds nothing.</summary>
    public Verdict Find(Article article) => Find(Buffered(article));

    /// <summary>The article with an identifier, or <see langword="null"/>.</summary>
    public IndexedArticle? Get(string id)
    {
        var rows = State.BeginRows();
        if (rows.ArticleWith(Utf8(id)) is not { } number || rows.Article(number) is not { } value) return null;
        return ArticleRecord.OfThread.Read(number, value);
    }

    /// <summary>How an article that is there stands to the others now; <see langword="null"/> where it is not there.</summary>
    public Verdict? VerdictOf(string id)
    {
        var state = State;
        var rows = state.BeginRows();
        return rows.ArticleWith(Utf8(id)) is { } number ? VerdictReader.Read(rows, number, state.Rules.Options.Features) : null;
    }

    /// <summary>
    /// The articles that share a text with one, itself included, with their verdicts, as they arrived; empty where it is not
    /// there. A group may be large: they are read as they are asked for.
    /// </summary>
    public IEnumerable<Verdict> GroupOf(string id)
    {
        var state = State;
        var rows = state.BeginRows();
        if (rows.ArticleWith(Utf8(id)) is not { } number) return [];
        if (rows.TextOf(number) is not { } text) return [VerdictReader.Read(rows, number, state.Rules.Options.Features)];
        var texts = rows.Standing(text.Number) is { } standing ? rows.Members(standing.Canonical) : [text.Number];
        return texts.Select(rows.Text).OfType<StoredText>().SelectMany(rows.ArticlesOf).Select(article => VerdictReader.Read(rows, article, state.Rules.Options.Features));
    }

    /// <summary>All articles, as they arrived. They are read as they are asked for; what is added or removed meanwhile does not matter.</summary>
    public IEnumerable<IndexedArticle> Articles()
    {
        _ = State;
        var (from, before) = KeySpace.Articles();
        return _store.Scan(from, before).Select(entry => ArticleRecord.OfThread.Read(KeySpace.ArticleOf(entry.Key), entry.Value));
    }

    /// <summary>What happened after an event, in order; after 0 for all that is kept.</summary>
    public IEnumerable<IndexEvent> EventsAfter(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        _ = State;
        var (from, before) = KeySpace.Events(number + 1);
        return _store.Scan(from, before).Select(entry => IndexEvent.FromBytes(KeySpace.EventOf(entry.Key), entry.Value));
    }

    /// <summary>Removes an article: it is gone from every answer when this returns, and from disk when the index is compacted.</summary>
    /// <returns>False where it is not there.</returns>
    public bool Remove(string id)
    {
        var key = Utf8(id);
        return Write(state =>
        {
            using var change = new IndexChange(state);
            if (change.Rows.ArticleWith(key) is not { } number || !change.Remove(number)) return false;
            Commit(change);
            return true;
        });
    }

    /// <summary>
    /// Removes what has expired, merges postings, and gives back the disk space of all that is gone. Adding waits only while
    /// expired articles are removed.
    /// </summary>
    public void Compact(CancellationToken cancellation = default)
    {
        _ = Write(_ => Expire(cancellation));
        while (Write(state => state.Postings.DueForMerge()) is { Length: > 0 } due)
        {
            Merge(due, cancellation);
        }
        _ = State;
        _store.Compact();
    }

    /// <summary>Reads everything and compares it. Adding waits meanwhile.</summary>
    /// <returns>What is wrong, in words; empty where nothing is. After a hundred faults no more are looked for.</returns>
    public IReadOnlyList<string> Verify(CancellationToken cancellation = default)
    {
        if (_options.IsReadOnly) return new IndexVerification(State).Run(cancellation);
        lock (_writing) return new IndexVerification(State).Run(cancellation);
    }

    /// <summary>Writes a copy of the index as it is now to a directory that does not exist. Adding goes on meanwhile.</summary>
    /// <exception cref="IOException">The directory exists, or cannot be written.</exception>
    public void Snapshot(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _ = State;
        if (Path.Exists(directory)) throw new IOException($"{directory} exists already.");
        _ = Directory.CreateDirectory(directory);
        _store.Checkpoint(StoreFolder(directory));
    }

    /// <summary>Closes the index. Adding and asking must have ended.</summary>
    public void Dispose()
    {
        if (_closing.IsCancellationRequested) return;
        _sync?.Dispose();
        Sync();
        _closing.Cancel();
        try
        {
            _merging.Wait();
        }
        catch (AggregateException)
        {
            // A merge that was cut short is begun again when the index is opened.
        }
        _state.Dispose();
        _store.Dispose();
        _lock?.Dispose();
        _closing.Dispose();
    }

    /// <summary>Adds articles that have been read to buffers, which are kept.</summary>
    internal IReadOnlyList<Verdict> Add(ArticleBuffer[] articles, bool replaces, CancellationToken cancellation = default)
    {
        if (articles.Length == 0) return [];
        RequireWriter();
        var state = State;
        var prepared = new PreparedArticle[articles.Length];
        var added = _options.Clock.GetUtcNow().UtcTicks;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(state.Rules.Options.Threads, 1), CancellationToken = cancellation };
        ParallelLoop.Run(articles.Length, parallel, state.TakePreparation, (i, preparation) => prepared[i] = preparation.Prepare(articles[i], added), state.Return);
        var request = new AddRequest(prepared, replaces);
        _waiting.Enqueue(request);
        lock (_writing)
        {
            while (!request.IsDone) AddWaiting();
        }
        return request.Result();
    }

    internal Verdict Find(ArticleBuffer article)
    {
        var state = State;
        var preparation = state.TakePreparation();
        var prepared = preparation.Prepare(article, 0);
        state.Return(preparation);
        var number = int.MaxValue - (Interlocked.Increment(ref _asked) & 0x3FFFFFFF);
        using var change = new IndexChange(state);
        return change.Ask(prepared, number);
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

    private static string StoreFolder(string directory) => Path.Combine(directory, "store");

    private static ArticleBuffer Buffered(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var buffer = new ArticleBuffer();
        buffer.Set(article);
        return buffer;
    }

    private static byte[] Utf8(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return System.Text.Encoding.UTF8.GetBytes(id);
    }

    private void RequireWriter()
    {
        if (_options.IsReadOnly) throw new InvalidOperationException("The index was opened to be read only.");
    }

    /// <summary>Does something that writes, alone.</summary>
    private T Write<T>(Func<IndexState, T> work)
    {
        RequireWriter();
        lock (_writing)
        {
            var state = State;
            try
            {
                return work(state);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or ArgumentException))
            {
                // What is in memory may be ahead of what was written.
                _fault = fault;
                throw;
            }
        }
    }

    /// <summary>Adds what waits, in one write.</summary>
    private void AddWaiting()
    {
        var requests = new List<AddRequest>();
        for (var articles = 0; articles < MostTogether && _waiting.TryDequeue(out var request); articles += request.Articles.Length) requests.Add(request);
        try
        {
            _ = Write(state =>
            {
                if (IsExpiryDue(state)) _ = Expire(_closing.Token);
                using var change = new IndexChange(state);
                foreach (var request in requests)
                {
                    for (var i = 0; i < request.Articles.Length; i++) request.Verdicts[i] = change.Add(request.Articles[i], request.Replaces);
                }
                Commit(change);
                return 0;
            });
            foreach (var request in requests) request.Complete();
        }
        catch (Exception fault)
        {
            foreach (var request in requests) request.Fail(fault);
        }
    }

    private void Commit(IndexChange change)
    {
        var state = _state;
        _addedSinceExpiry += change.Counters.NextArticle - state.Counters.NextArticle;
        change.Commit(durable: _options.SyncEvery == TimeSpan.Zero);
        _isUnsynced = _options.SyncEvery > TimeSpan.Zero;
        if (state.Postings.IsFull) state.Postings.Seal();
        if (!_merging.IsCompleted || state.Postings.DueForMerge() is not { Length: > 0 } due) return;
        _merging = Task.Run(() => Merge(due, _closing.Token));
    }

    private void Merge(PostingSegment[] due, CancellationToken cancellation)
    {
        var postings = _state.Postings;
        var merged = postings.Merge(due, cancellation);
        _ = Write(_ =>
        {
            postings.Replace(merged);
            return 0;
        });
    }

    private void Sync()
    {
        lock (_writing)
        {
            if (!_isUnsynced || _fault is not null || _closing.IsCancellationRequested) return;
            var batch = new StoreBatch();
            batch.Put(KeySpace.Counters, _state.Counters.ToBytes(new ByteWriter()));
            try
            {
                _store.Write(batch, durable: true);
                _isUnsynced = false;
            }
            catch (IOException fault)
            {
                _fault = fault;
            }
        }
    }

    private bool IsExpiryDue(IndexState state)
    {
        if (_options.KeepFor is null) return false;
        if (_addedSinceExpiry * 64L <= state.Counters.Articles && _options.Clock.GetElapsedTime(_expiryChecked) < TimeSpan.FromHours(1)) return false;
        (_addedSinceExpiry, _expiryChecked) = (0, _options.Clock.GetTimestamp());
        return true;
    }

    /// <summary>Removes the articles that have expired, some at a time; how many.</summary>
    private int Expire(CancellationToken cancellation)
    {
        if (_options.KeepFor is not { } keepFor) return 0;
        var limit = (_options.Clock.GetUtcNow() - keepFor).UtcTicks;
        var expired = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = _state;
            var (from, before) = KeySpace.Articles(state.Counters.FirstArticle);
            int[] some = [.. _store.Scan(from, before).TakeWhile(entry => ArticleRecord.AddedOf(entry.Value) < limit).Take(MostTogether).Select(entry => KeySpace.ArticleOf(entry.Key))];
            if (some.Length == 0) return expired;
            using var change = new IndexChange(state);
            foreach (var article in some) _ = change.Remove(article);
            change.Counters = change.Counters with { FirstArticle = some[^1] + 1 };
            change.Commit(durable: false);
            expired += some.Length;
        }
    }
}
