namespace Similarity.Storage;

/// <summary>
/// An index as it was when a write had just returned: a snapshot of its store, and what was in memory then. Whoever reads uses one, and
/// disposes of it when that is done; the last of them lets the snapshot go.
/// </summary>
/// <remarks>
/// Thread-safe. It is of one moment but for one thing: of a key that hundreds of texts share the last may be missing (see <see cref="PostingView"/>).
/// </remarks>
internal sealed class IndexMoment : IDisposable
{
    private readonly IStoreSnapshot _store;
    private readonly long _textVersion;
    private int _users = 1;

    /// <summary>The moment that is now; nobody may be writing.</summary>
    public IndexMoment(IndexState state)
    {
        (State, Counters, Spelling, _textVersion) = (state, state.Counters, state.Rules.Spelling, state.Cache.Version);
        _store = state.Store.TakeSnapshot();
        Postings = state.Postings.At(_store, Counters.NextArticle);
    }

    /// <summary>The open index.</summary>
    public IndexState State { get; }

    /// <summary>The store as it was.</summary>
    public IStoreReader Store => _store;

    /// <summary>The counters as they were.</summary>
    public IndexCounters Counters { get; }

    /// <summary>Who had which key.</summary>
    public PostingView Postings { get; }

    /// <summary>How texts were spelt.</summary>
    public Spelling Spelling { get; }

    /// <summary>What the store held, for one reader.</summary>
    public IndexRows BeginRows() => new(new StoreTransaction(_store), State.Keys, State.Cache, _textVersion);

    /// <summary>Uses it once more; false where everybody has let it go.</summary>
    public bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var found = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (found == users) return true;
            users = found;
        }
        return false;
    }

    /// <summary>Ends one use.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0) _store.Dispose();
    }
}
