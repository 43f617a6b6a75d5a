using System.Collections.Immutable;

namespace Similarity.Storage;

/// <summary>A store in memory, for tests and for runs whose index need not outlive them.</summary>
public sealed class MemoryIndexStore : IIndexStore
{
    private readonly Lock _writing = new();
    private ImmutableSortedSet<StoreEntry> _entries = ImmutableSortedSet.Create<StoreEntry>(new ByKey());

    /// <inheritdoc/>
    public byte[]? Read(byte[] key) => Now.Read(key);

    /// <inheritdoc/>
    public byte[]?[] Read(byte[][] keys) => Now.Read(keys);

    /// <inheritdoc/>
    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => Now.Scan(from, before);

    /// <inheritdoc/>
    public IStoreSnapshot TakeSnapshot() => Now;

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
    public void Checkpoint(string directory) => StoreCopy.Write(_entries, directory);

    /// <inheritdoc/>
    public long ApproximateBytes() => _entries.Sum(entry => (long)entry.Key.Length + entry.Value.Length);

    /// <inheritdoc/>
    public void Compact()
    {
        // What was deleted takes no space here.
    }

    /// <inheritdoc/>
    public void Dispose() => _entries = _entries.Clear();

    private Moment Now => new(_entries);

    /// <summary>The entries of a moment, which never change.</summary>
    private sealed class Moment(ImmutableSortedSet<StoreEntry> entries) : IStoreSnapshot
    {
        public byte[]? Read(byte[] key) => entries.TryGetValue(new StoreEntry(key, []), out var entry) ? entry.Value : null;

        public byte[]?[] Read(byte[][] keys) => Array.ConvertAll(keys, Read);

        public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before)
        {
            var place = entries.IndexOf(new StoreEntry(from, []));
            for (place = place < 0 ? ~place : place; place < entries.Count; place++)
            {
                var entry = entries[place];
                if (KeyOrder.Instance.Compare(entry.Key, before) >= 0) yield break;
                yield return entry;
            }
        }

        public void Dispose()
        {
            // Nothing but memory is held.
        }
    }

    private sealed class ByKey : IComparer<StoreEntry>
    {
        public int Compare(StoreEntry x, StoreEntry y) => KeyOrder.Instance.Compare(x.Key, y.Key);
    }
}
