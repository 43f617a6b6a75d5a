namespace Similarity.Storage.Tests;

/// <summary>A store in memory that goes on when an index that uses it is closed.</summary>
internal sealed class Undisposed(MemoryIndexStore inner) : IIndexStore
{
    public byte[]? Read(byte[] key) => inner.Read(key);

    public byte[]?[] Read(byte[][] keys) => inner.Read(keys);

    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => inner.Scan(from, before);

    public IStoreSnapshot TakeSnapshot() => inner.TakeSnapshot();

    public void Write(StoreBatch batch, bool durable) => inner.Write(batch, durable);

    public void Checkpoint(string directory) => inner.Checkpoint(directory);

    public long ApproximateBytes() => inner.ApproximateBytes();

    public void Compact() => inner.Compact();

    public void Dispose()
    {
        // The next index is opened on what is there.
    }
}
