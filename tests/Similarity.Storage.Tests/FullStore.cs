namespace Similarity.Storage.Tests;

/// <summary>A store whose disk is full when it is told to be.</summary>
internal sealed class FullStore : IIndexStore
{
    public MemoryIndexStore Inner { get; } = new();

    public bool IsFull { get; set; }

    public byte[]? Read(byte[] key) => Inner.Read(key);

    public byte[]?[] Read(byte[][] keys) => Inner.Read(keys);

    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => Inner.Scan(from, before);

    public IStoreSnapshot TakeSnapshot() => Inner.TakeSnapshot();

    public void Write(StoreBatch batch, bool durable)
    {
        if (IsFull) throw new IOException("No space left.");
        Inner.Write(batch, durable);
    }

    public void Checkpoint(string directory) => Inner.Checkpoint(directory);

    public long ApproximateBytes() => Inner.ApproximateBytes();

    public void Compact() => Inner.Compact();

    public void Dispose() => Inner.Dispose();
}
