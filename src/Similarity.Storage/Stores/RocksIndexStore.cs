using RocksDbSharp;

namespace Similarity.Storage;

/// <summary>
/// A store on disk: RocksDB, a log-structured tree. Its log makes writes atomic and, where asked, durable; blocks have
/// checksums, which reads verify. Of a log that ends in a torn write the whole writes are taken; damage before its end is an error
/// that names the file.
/// </summary>
public sealed class RocksIndexStore : IIndexStore
{
    private const int BitsAKey = 10;
    private const ulong BlockBytes = 8 << 10;
    private const int MostTries = 20;
    private static readonly byte[] End = [0xFF, 0xFF, 0xFF, 0xFF];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly RocksDb _database;
    private readonly WriteOptions _durable = new WriteOptions().SetSync(true);
    private readonly WriteOptions _quick = new WriteOptions().SetSync(false);
    private readonly bool _isReadOnly;
    private int _users = 1;
    private int _isDisposed;

    private RocksIndexStore(RocksDb database, bool isReadOnly) => (_database, _isReadOnly) = (database, isReadOnly);

    /// <summary>Whether a directory holds a store, be it damaged.</summary>
    public static bool IsIn(string directory) => Directory.Exists(directory) && (File.Exists(Current(directory)) || HasContent(directory));

    /// <summary>Opens the store in a directory; makes it where there is none.</summary>
    /// <exception cref="IOException">It cannot be read, is damaged, or another process writes to it.</exception>
    public static RocksIndexStore Open(string directory, StoreOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(options);
        // Without it RocksDB would begin a new store, and take what is there for litter.
        if (!File.Exists(Current(directory)) && HasContent(directory)) throw new IOException($"{directory} is damaged: its file CURRENT is missing. Nothing has been changed; restore a snapshot.");
        var table = new BlockBasedTableOptions()
            .SetBlockCache(Cache.CreateLru((ulong)options.CacheBytes))
            .SetCacheIndexAndFilterBlocks(true)
            .SetPinL0FilterAndIndexBlocksInCache(true)
            .SetBlockSize(BlockBytes)
            .SetFilterPolicy(BloomFilterPolicy.Create(BitsAKey, false));
        var settings = new DbOptions()
            .SetCreateIfMissing(!options.IsReadOnly)
            .SetWriteBufferSize((ulong)options.WriteBufferBytes)
            .SetMaxWriteBufferNumber(3)
            // What is kept is hashes and compressed texts: compressing it again gains next to nothing.
            .SetCompression(Compression.No)
            .SetLevelCompactionDynamicLevelBytes(true)
            .SetBytesPerSync(1 << 20)
            .SetMaxOpenFiles(-1)
            .SetKeepLogFileNum(2)
            .SetMaxLogFileSize(1 << 20)
            .SetInfoLogLevel(InfoLogLevel.Error)
            .SetWalRecoveryMode(Recovery.TolerateCorruptedTailRecords)
            .SetBlockBasedTableFactory(table);
        return options.IsReadOnly ? OpenReadOnly(settings, directory) : Translated(() => new RocksIndexStore(Open(settings, directory, () => RocksDb.Open(settings, directory)), isReadOnly: false));
    }

    /// <inheritdoc/>
    public byte[]? Read(byte[] key) => Read(key, options: null);

    /// <inheritdoc/>
    public byte[]?[] Read(byte[][] keys) => Read(keys, options: null);

    /// <inheritdoc/>
    public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => Scan(new ReadOptions().SetIterateUpperBound(before), from);

    /// <inheritdoc/>
    public IStoreSnapshot TakeSnapshot() => new Moment(this);

    /// <inheritdoc/>
    public void Write(StoreBatch batch, bool durable)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var writes = new WriteBatch();
        foreach (var (key, value) in batch.Writes)
        {
            _ = value is null ? writes.Delete(key) : writes.Put(key, value);
        }
        _ = Translated(() =>
        {
            _database.Write(writes, durable ? _durable : _quick);
            return 0;
        });
    }

    /// <inheritdoc/>
    public void Checkpoint(string directory)
    {
        if (_isReadOnly)
        {
            // Whoever writes may delete the files that are open here, so that they cannot be linked to.
            StoreCopy.Write(Scan([], End), directory);
            return;
        }
        if (Path.Exists(directory)) throw new IOException($"{directory} exists already.");
        using var checkpoint = _database.Checkpoint();
        _ = Translated(() =>
        {
            checkpoint.Save(directory, 0);
            return 0;
        });
    }

    /// <inheritdoc/>
    public long ApproximateBytes() => Number("rocksdb.total-sst-files-size") + RecentBytes();

    /// <summary>About how many bytes of files the entries from a key on and before another take; what is in logs only is left out.</summary>
    public long ApproximateBytes(byte[] from, byte[] before)
    {
        using var range = new NativeRange(from, before);
        return range.SizeIn(_database.Handle);
    }

    /// <summary>Bytes of writes that are in logs and memory, and in no file yet.</summary>
    public long RecentBytes() => Number("rocksdb.cur-size-all-mem-tables");

    /// <summary>Bytes of memory that the store holds: blocks, write buffers, and what it needs to read its files.</summary>
    public long MemoryBytes() => Number("rocksdb.block-cache-usage") + RecentBytes() + Number("rocksdb.estimate-table-readers-mem");

    /// <inheritdoc/>
    public void Compact()
    {
        _database.CompactRange(Array.Empty<byte>(), End, null);
        // It does not say so itself.
        if (Number("rocksdb.background-errors") > 0) throw new IOException("The store could not be compacted: it has failed to write a file, such as on a full disk.");
    }

    /// <inheritdoc/>
    /// <remarks>The database is closed when the last snapshot is.</remarks>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) Leave();
    }

    private static string Current(string directory) => Path.Combine(directory, "CURRENT");

    private static bool HasContent(string directory) => Directory.Exists(directory) && Directory.EnumerateFiles(directory).Any(file => Path.GetExtension(file) is ".sst" or ".log");

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0) _database.Dispose();
    }

    /// <summary>
    /// Opens a store that another process may be writing to. What that turns from a log into a file while this looks for both may be missed
    /// in either; the manifest tells, and all is opened anew then. What is open stays readable when its files are deleted.
    /// </summary>
    private static RocksIndexStore OpenReadOnly(DbOptions settings, string directory)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = ManifestOf(directory);
            RocksDb? opened = null;
            try
            {
                opened = Open(settings, directory, () => RocksDb.OpenReadOnly(settings, directory, errorIfLogFileExists: false));
                if (ManifestOf(directory) == before) return new RocksIndexStore(opened, isReadOnly: true);
            }
            catch (RocksDbSharpException fault)
            {
                if (ManifestOf(directory) == before) throw StoreDamage.Of(fault);
            }
            opened?.Dispose();
            Thread.Sleep(Pause * tries);
        }
        throw new IOException($"{directory} is being written to so fast that it could not be opened to be read in {MostTries} tries; try again.");
    }

    /// <summary>Opens a store, without the last write where that was torn.</summary>
    private static RocksDb Open(DbOptions settings, string directory, Func<RocksDb> open)
    {
        try
        {
            return open();
        }
        catch (RocksDbSharpException fault) when (fault.Message.StartsWith("Corruption", StringComparison.Ordinal) && LogDamage.Find(directory) is { } damage)
        {
            // A last write that is too short is left out by itself, one that has wrong bytes is not.
            if (!damage.IsLastWrite) throw StoreDamage.Of(damage, fault);
            _ = settings.SetWalRecoveryMode(Recovery.PointInTime);
            return open();
        }
    }

    /// <summary>Name and length of the file that lists all others; it grows with each that is made or deleted.</summary>
    private static (string Name, long Length) ManifestOf(string directory)
    {
        try
        {
            var name = File.ReadAllText(Current(directory)).Trim();
            return (name, new FileInfo(Path.Combine(directory, name)).Length);
        }
        catch (IOException)
        {
            // There is none, or another has just taken its place.
            return ("", 0);
        }
    }

    private byte[]? Read(byte[] key, ReadOptions? options)
    {
        try
        {
            return _database.Get(key, readOptions: options);
        }
        catch (RocksDbSharpException fault)
        {
            throw StoreDamage.Of(fault);
        }
    }

    private byte[]?[] Read(byte[][] keys, ReadOptions? options)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Length < 2
            ? Array.ConvertAll(keys, key => Read(key, options))
            : Translated(() => Array.ConvertAll<KeyValuePair<byte[], byte[]>, byte[]?>(_database.MultiGet(keys, readOptions: options), found => found.Value));
    }

    private IEnumerable<StoreEntry> Scan(ReadOptions options, byte[] from)
    {
        using (var iterator = _database.NewIterator(null, options))
        {
            for (_ = iterator.Seek(from); iterator.Valid(); _ = iterator.Next()) yield return new StoreEntry(iterator.Key(), iterator.Value());
            // An iterator that comes upon damage only ends.
            _ = Translated(() =>
            {
                Native.Instance.rocksdb_iter_get_error(iterator.Handle);
                return 0;
            });
        }
        // They hold the bound that the iterator looks at.
        GC.KeepAlive(options);
    }

    private long Number(string property) =>
        long.TryParse(_database.GetProperty(property), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static T Translated<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (RocksDbSharpException fault)
        {
            throw StoreDamage.Of(fault);
        }
    }

    /// <summary>The database as it was at a moment.</summary>
    private sealed class Moment : IStoreSnapshot
    {
        private readonly RocksIndexStore _store;
        private readonly Snapshot _snapshot;
        private readonly ReadOptions _options;

        public Moment(RocksIndexStore store)
        {
            _ = Interlocked.Increment(ref store._users);
            (_store, _snapshot) = (store, store._database.CreateSnapshot());
            _options = new ReadOptions().SetSnapshot(_snapshot);
        }

        public byte[]? Read(byte[] key) => _store.Read(key, _options);

        public byte[]?[] Read(byte[][] keys) => _store.Read(keys, _options);

        public IEnumerable<StoreEntry> Scan(byte[] from, byte[] before) => _store.Scan(new ReadOptions().SetSnapshot(_snapshot).SetIterateUpperBound(before), from);

        public void Dispose()
        {
            _snapshot.Dispose();
            _store.Leave();
        }
    }
}
