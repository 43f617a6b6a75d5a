namespace Similarity.Storage;

/// <summary>
/// What an index needs of a database: keys in order of their bytes, each with a value, and writes that happen whole or not
/// at all.
/// </summary>
/// <remarks>
/// Thread-safe. A read sees every write that had returned before it began; a scan, the state when its enumeration began, whatever is
/// written meanwhile.
/// </remarks>
public interface IIndexStore : IStoreReader, IDisposable
{
    /// <summary>The store as it is now. Costs next to nothing.</summary>
    IStoreSnapshot TakeSnapshot();

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
    /// <exception cref="IOException">It could not be written, such as on a full disk. What is there stays.</exception>
    void Compact();
}
