using System.Collections.Concurrent;
using System.Diagnostics;

namespace Similarity.Storage;

/// <summary>
/// Everything that changes an open index: one at a time, in writes that are whole. Whoever comes to write takes along the articles of
/// all who wait. Postings are merged beside it.
/// </summary>
internal sealed class IndexWriter : IDisposable
{
    /// <summary>Articles that are written together at most.</summary>
    private const int MostTogether = 1000;

    /// <summary>Articles after which it is looked what has expired, so that few go at a time and nobody waits long.</summary>
    private const int AddedBetweenExpiries = 32;

    private readonly Lock _writing = new();
    private readonly ConcurrentQueue<AddRequest> _waiting = new();
    private readonly IIndexStore _store;
    private readonly ArticleIndexOptions _options;
    private readonly IndexInstruments _instruments;
    private readonly ITimer? _sync;
    private readonly ShownMoment _shown;
    private readonly PostingUpkeep _upkeep;
    private IndexState _state;
    private Exception? _fault;
    private bool _isUnsynced;
    private long _expiryChecked;
    private int _addedSinceExpiry;

    public IndexWriter(IIndexStore store, ArticleIndexOptions options, IndexInstruments instruments)
    {
        (_store, _options, _instruments, _expiryChecked) = (store, options, instruments, options.Clock.GetTimestamp());
        _state = IndexState.Open(store, options);
        _shown = new ShownMoment(new IndexMoment(_state));
        _upkeep = new PostingUpkeep(options.Logger, work => Write(_ => Done(work)), Fail);
        if (options.SyncEvery > TimeSpan.Zero && !options.IsReadOnly) _sync = options.Clock.CreateTimer(_ => Sync(), null, options.SyncEvery, options.SyncEvery);
    }

    /// <summary>Whether it is open and nothing has failed.</summary>
    public bool IsUsable => !IsClosed && _fault is null;

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The index as it was when the last write returned; whoever takes it disposes of it.</summary>
    /// <exception cref="IOException">A write has failed.</exception>
    public IndexMoment TakeMoment()
    {
        RequireUsable();
        return _shown.Take();
    }

    /// <summary>Throws where it is closed, or a write has failed.</summary>
    public void RequireUsable()
    {
        ObjectDisposedException.ThrowIf(IsClosed, typeof(ArticleIndex));
        if (_fault is { } fault) throw new IOException($"The index must be opened again, because something could not be written: {fault.Message}", fault);
    }

    /// <summary>Computes and looks up what can be of articles before it is their turn to be added.</summary>
    public AddRequest Prepare(ArticleBuffer[] articles, bool replaces, CancellationToken cancellation)
    {
        RequireWriter();
        var begun = Stopwatch.GetTimestamp();
        using var moment = TakeMoment();
        return new AddRequest(moment.State, Prepare(moment.State, moment.Postings, articles, cancellation), replaces, begun);
    }

    /// <summary>Adds articles, and returns when they are on disk.</summary>
    public Verdict[] Add(AddRequest request)
    {
        RequireUsable();
        _waiting.Enqueue(request);
        lock (_writing)
        {
            while (!request.IsDone) AddWaiting();
        }
        return request.Result();
    }

    /// <summary>Removes the article with an identifier; false where it is not there.</summary>
    public bool Remove(byte[] id) => Write(state =>
    {
        using var change = new IndexChange(state);
        if (change.Rows.ArticleWith(id) is not { } number || !change.Remove(number)) return false;
        Commit(change);
        return true;
    });

    /// <summary>Removes what has expired, merges postings, and gives back disk space.</summary>
    public void Compact(CancellationToken cancellation)
    {
        _ = Write(state =>
        {
            using var change = new IndexChange(state);
            change.ArrangeStories(cancellation);
            Commit(change);
            return Expire(cancellation);
        });
        while (WithoutUpkeep(BeginUpkeep)) _upkeep.Wait(cancellation);
        _ = Write(state => Done(state.DeleteOtherGenerations));
        using var moment = TakeMoment();
        _store.Compact();
    }

    /// <summary>Learns furniture anew, and computes everything without it; whether anything else was learnt.</summary>
    public bool Relearn(CancellationToken cancellation)
    {
        using var activity = IndexInstruments.Activities.StartActivity("index.relearn");
        return WithoutUpkeep(state =>
        {
            if (new IndexRenewal(state).Run(cancellation) is not { } next) return false;
            _state = next;
            IndexLog.Relearned(_options.Logger, next.Counters.Articles);
            return true;
        });
    }

    /// <summary>Ends merging and writes what is not on disk.</summary>
    public void Dispose()
    {
        if (IsClosed) return;
        _sync?.Dispose();
        Sync();
        lock (_writing) IsClosed = true;
        _upkeep.Dispose();
        _state.Close();
        _shown.Dispose();
    }

    private PreparedArticle[] Prepare(IndexState state, PostingView postings, ArticleBuffer[] articles, CancellationToken cancellation)
    {
        var prepared = new PreparedArticle[articles.Length];
        var added = _options.Clock.GetUtcNow().UtcTicks;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = state.Rules.Options.Threads, CancellationToken = cancellation };
        ParallelLoop.Run(articles.Length, parallel, state.TakePreparation, (i, preparation) => prepared[i] = preparation.Prepare(articles[i], postings, added), state.Return);
        return prepared;
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
            RequireUsable();
            try
            {
                var result = work(_state);
                _shown.Show(new IndexMoment(_state));
                return result;
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or ArgumentException))
            {
                // What is in memory may be ahead of what was written.
                Fail(fault);
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
                if (IsExpiryDue(state)) _ = Expire(CancellationToken.None);
                using var change = new IndexChange(state);
                foreach (var request in requests.Where(request => request.State != state)) request.Renew(state, Prepare(state, state.Postings.Now, Array.ConvertAll(request.Articles, article => article.Article), CancellationToken.None));
                foreach (var request in requests) request.AddTo(change, _instruments);
                change.Complete();
                foreach (var request in requests) request.TellStories(change);
                Commit(change);
                _instruments.Wrote(requests.Sum(request => request.Articles.Length));
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
        _upkeep.Begin(state.Postings);
    }

    private bool BeginUpkeep(IndexState state)
    {
        _upkeep.Begin(state.Postings);
        return !_upkeep.IsIdle;
    }

    private static bool Done(Action work)
    {
        work();
        return true;
    }

    private void Fail(Exception fault)
    {
        _fault ??= fault;
        IndexLog.Failed(_options.Logger, fault);
    }

    /// <summary>Does something alone, while nothing is done to postings beside it.</summary>
    private T WithoutUpkeep<T>(Func<IndexState, T> work)
    {
        while (true)
        {
            // It needs the lock in the end, so that it is waited for outside of it.
            _upkeep.Wait();
            lock (_writing)
            {
                if (_upkeep.IsIdle) return Write(work);
            }
        }
    }

    private void Sync()
    {
        lock (_writing)
        {
            if (!_isUnsynced || _fault is not null || IsClosed) return;
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
        if (_addedSinceExpiry < Math.Clamp(state.Counters.Articles / 64, 1, AddedBetweenExpiries) && _options.Clock.GetElapsedTime(_expiryChecked) < TimeSpan.FromHours(1)) return false;
        (_addedSinceExpiry, _expiryChecked) = (0, _options.Clock.GetTimestamp());
        return true;
    }

    /// <summary>Removes the articles that have expired, some at a time; how many.</summary>
    private int Expire(CancellationToken cancellation)
    {
        if (_options.KeepFor is not { } keepFor) return 0;
        var limit = Math.Max(0, _options.Clock.GetUtcNow().UtcTicks - keepFor.Ticks);
        var expired = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = _state;
            var (from, before) = KeySpace.Articles(state.Counters.FirstArticle);
            int[] some = [.. _store.Scan(from, before).TakeWhile(entry => ArticleRecord.AddedOf(entry.Value) < limit).Take(MostTogether).Select(entry => KeySpace.ArticleOf(entry.Key))];
            if (some.Length == 0)
            {
                if (expired > 0) IndexLog.Expired(_options.Logger, expired);
                return expired;
            }
            using var change = new IndexChange(state);
            foreach (var article in some) _ = change.Remove(article);
            change.Counters = change.Counters with { FirstArticle = some[^1] + 1 };
            change.Commit(durable: false);
            expired += some.Length;
        }
    }
}
