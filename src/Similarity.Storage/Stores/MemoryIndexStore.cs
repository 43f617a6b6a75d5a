using System.Collections.Immutable;

namespace Similarity.Storage;

/// <summary>A store in memory, for tests and for runs whose index need not outlive them.</summary>
public sealed class MemoryIndexStore : IIndexStore
{
    private readonly Lock _writing = new();
    private ImmutableSortedSet<StoreEntry> _entries = ImmutableSortedSet.Create<StoreEntry>(new ByKey());

    /// <inheritdoc/>
    public byte[]? Read(byte[] key) => Find(_entries, key);

    /// <inheritdoc/>
    public byte[]?[] Read(byte[][] keys)
    {
        var entries = _entries;
        return Array.ConvertAll(keys, key => Find(entries, key));
    }

    /// <inheritdoc/>
    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => Scan(_entries, from, before);

    /// <inheritdoc/>
    public void Write(StoreBatch batch, bool durable)
    {
        ArgumentNullException.ThrowIfNull(batch);
        lock (_writing)
        {
            var next = _entries.ToBuilder();
            foreach (var (key, value) in batch.Writes)
            {
                _ = next.Remove(new StoreEntry(key, []));
                if (value is not null) _ = next.Add(new StoreEntry(key, value));
            }
            _entries = next.ToImmutable();
        }
    }

    /// <inheritdoc/>
    public void Checkpoint(string directory)
    {
        if (Path.Exists(directory)) throw new IOException($"{directory} exists already.");
        var entries = _entries;
        using var copy = RocksIndexStore.Open(directory, new StoreOptions());
        foreach (var some in entries.Chunk(1000))
        {
            var batch = new StoreBatch();
            foreach (var (key, value) in some) batch.Put(key, value);
            copy.Write(batch, durable: true);
        }
    }

    /// <inheritdoc/>
    public long ApproximateBytes() => _entries.Sum(entry => (long)entry.Key.Length + entry.Value.Length);

    /// <inheritdoc/>
    public void Compact()
    {
        // What was deleted takes no space here.
    }

    /// <inheritdoc/>
    public void Dispose() => _entries = _entries.Clear();

    private static byte[]? Find(ImmutableSortedSet<StoreEntry> entries, byte[] key) =>
        entries.TryGetValue(new StoreEntry(key, []), out var entry) ? entry.Value : null;

    private static IEnumerable<StoreEntry> Scan(ImmutableSortedSet<StoreEntry> entries, byte[] from, byte[] before)
    {
        var place = entries.IndexOf(new StoreEntry(from, []));
        for (place = place < 0 ? ~place : place; place < entries.Count; place++)
        {
            var entry = entries[place];
            if (KeyOrder.Instance.Compare(entry.Key, before) >= 0) yield break;
            yield return entry;
        }
    }

    private sealed class ByKey : IComparer<StoreEntry>
    {
        public int Compare(StoreEntry x, StoreEntry y) => KeyOrder.Instance.Compare(x.Key, y.Key);
    }
}
