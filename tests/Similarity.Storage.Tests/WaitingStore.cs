namespace Similarity.Storage.Tests;

/// <summary>A store in memory whose snapshots, when it is told to pause, stop at the first scan until it is told to go on.</summary>
internal sealed class WaitingStore : IIndexStore
{
    private readonly MemoryIndexStore _inner = new();
    private readonly ManualResetEventSlim _mayScan = new(initialState: true);
    private readonly SemaphoreSlim _scanned = new(0);

    public void Pause() => _mayScan.Reset();

    public void GoOn() => _mayScan.Set();

    public Task<bool> HasScanned() => _scanned.WaitAsync(TimeSpan.FromSeconds(60));

    public byte[]? Read(byte[] key) => _inner.Read(key);

    public byte[]?[] Read(byte[][] keys) => _inner.Read(keys);

    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => _inner.Scan(from, before);

    public IStoreSnapshot TakeSnapshot() => new Waiting(this, _inner.TakeSnapshot());

    public void Write(StoreBatch batch, bool durable) => _inner.Write(batch, durable);

    public void Checkpoint(string directory) => _inner.Checkpoint(directory);

    public long ApproximateBytes() => _inner.ApproximateBytes();

    public void Compact() => _inner.Compact();

    public void Dispose()
    {
        _inner.Dispose();
        _mayScan.Dispose();
        _scanned.Dispose();
    }

    private sealed class Waiting(WaitingStore store, IStoreSnapshot inner) : IStoreSnapshot
    {
        public byte[]? Read(byte[] key) => inner.Read(key);

        public byte[]?[] Read(byte[][] keys) => inner.Read(keys);

        public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before)
        {
            if (!store._mayScan.IsSet) _ = store._scanned.Release();
            store._mayScan.Wait(TimeSpan.FromSeconds(60));
            return inner.Scan(from, before);
        }

        public void Dispose() => inner.Dispose();
    }
}
