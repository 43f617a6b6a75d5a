namespace Similarity.Storage;

/// <summary>
/// What an index needs of a database: keys in order of their bytes, each with a value, and writes that happen whole or not
/// at all.
/// </summary>
/// <remarks>
/// Thread-safe. A read sees every write that had returned before it began; a scan, the state when its enumeration began, whatever is
/// written meanwhile. Arrays that are returned belong to the caller; those that are given must not be changed.
/// </remarks>
public interface IIndexStore : IDisposable
{
    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    byte[]? Read(byte[] key);

    /// <summary>The values of some keys, in their order; <see langword="null"/> where there is none.</summary>
    byte[]?[] Read(byte[][] keys);

    /// <summary>The entries from a key on and before another, ascending. An enumeration must end or be disposed of before the store is.</summary>
    IEnumerable<StoreEntry> Scan(byte[] from, byte[] before);

    /// <summary>Does all that a batch says, or nothing of it.</summary>
    /// <param name="batch">What to do.</param>
    /// <param name="durable">
    /// Whether it must survive a failure of the machine when this returns. Without, it survives the end of the process, and
    /// the next durable write makes it durable.
    /// </param>
    /// <exception cref="IOException">It could not be written, such as on a full disk. Nothing further should be written then.</exception>
    void Write(StoreBatch batch, bool durable);

    /// <summary>Writes all that is there now to a directory that does not exist, as a store of its own that <see cref="RocksIndexStore"/> opens.</summary>
    /// <exception cref="IOException">The directory exists, or cannot be written.</exception>
    void Checkpoint(string directory);

    /// <summary>About how many bytes all entries take where they are kept.</summary>
    long ApproximateBytes();

    /// <summary>Gives back the space of what was deleted and replaced. May take long; reads and writes go on.</summary>
    void Compact();
}
