namespace Similarity.Storage;

/// <summary>Writes entries to a store of their own on disk, which has its name when it is complete.</summary>
internal static class StoreCopy
{
    private const long BatchBytes = 1 << 20;

    /// <summary>Writes the entries to a directory that does not exist.</summary>
    /// <exception cref="IOException">The directory exists, or cannot be written; nothing is left of it then.</exception>
    public static void Write(IEnumerable<StoreEntry> entries, string directory)
    {
        if (Path.Exists(directory)) throw new IOException($"{directory} exists already.");
        var unfinished = directory + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        try
        {
            using (var copy = RocksIndexStore.Open(unfinished, new StoreOptions())) Write(entries, copy);
            Directory.Move(unfinished, directory);
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private static void Write(IEnumerable<StoreEntry> entries, RocksIndexStore copy)
    {
        var batch = new StoreBatch();
        foreach (var (key, value) in entries)
        {
            batch.Put(key, value);
            if (batch.Bytes < BatchBytes) continue;
            copy.Write(batch, durable: false);
            batch = new StoreBatch();
        }
        // All before it become durable with it.
        copy.Write(batch, durable: true);
    }
}
