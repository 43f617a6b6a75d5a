namespace Similarity.Storage;

/// <summary>
/// A store and what is to be written to it: reads see the writes before they are made. What is never committed was only a
/// question.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class StoreTransaction(IStoreReader store)
{
    private readonly SortedDictionary<byte[], byte[]?> _writes = new(KeyOrder.Instance);

    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    public byte[]? Read(byte[] key) => _writes.Count > 0 && _writes.TryGetValue(key, out var value) ? value : store.Read(key);

    public void Put(byte[] key, byte[] value) => _writes[key] = value;

    public void Delete(byte[] key) => _writes[key] = null;

    /// <summary>The entries from a key on and before another, ascending. Nothing may be written while it is under way.</summary>
    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before)
    {
        var own = _writes.Where(write => KeyOrder.Instance.Compare(write.Key, from) >= 0 && KeyOrder.Instance.Compare(write.Key, before) < 0).ToList();
        var place = 0;
        foreach (var entry in store.Scan(from, before))
        {
            for (; place < own.Count && KeyOrder.Instance.Compare(own[place].Key, entry.Key) < 0; place++)
            {
                if (own[place].Value is { } added) yield return new StoreEntry(own[place].Key, added);
            }
            if (place < own.Count && KeyOrder.Instance.Compare(own[place].Key, entry.Key) == 0)
            {
                if (own[place].Value is { } replaced) yield return new StoreEntry(entry.Key, replaced);
                place++;
                continue;
            }
            yield return entry;
        }
        for (; place < own.Count; place++)
        {
            if (own[place].Value is { } added) yield return new StoreEntry(own[place].Key, added);
        }
    }

    /// <summary>Makes the writes in the store that is read, all of them or none.</summary>
    public void Commit(IIndexStore target, bool durable)
    {
        var batch = new StoreBatch();
        foreach (var (key, value) in _writes)
        {
            if (value is null) batch.Delete(key);
            else batch.Put(key, value);
        }
        target.Write(batch, durable);
        _writes.Clear();
    }
}
