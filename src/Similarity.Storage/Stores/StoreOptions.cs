namespace Similarity.Storage;

/// <summary>How a <see cref="RocksIndexStore"/> uses memory and disk.</summary>
public sealed record StoreOptions
{
    /// <summary>Bytes of blocks that were read and are kept, filters and indexes of files included; at least 1 MiB.</summary>
    public long CacheBytes
    {
        get;
        init => field = value >= 1 << 20 ? value : throw new ArgumentOutOfRangeException(nameof(CacheBytes), value, "CacheBytes must be at least 1 MiB.");
    } = 256L << 20;

    /// <summary>Bytes of writes that are gathered in memory before they become a file; at least 1 MiB. Up to three times as many are held.</summary>
    public long WriteBufferBytes
    {
        get;
        init => field = value >= 1 << 20 ? value : throw new ArgumentOutOfRangeException(nameof(WriteBufferBytes), value, "WriteBufferBytes must be at least 1 MiB.");
    } = 32L << 20;

    /// <summary>Whether the store is only read. Several processes may do so while one writes; they see what was there when they opened it.</summary>
    public bool IsReadOnly { get; init; }
}
