namespace Similarity.Storage;

/// <summary>What can be read of a database: keys in order of their bytes, each with a value.</summary>
/// <remarks>Thread-safe. Arrays that are returned belong to the caller; those that are given must not be changed.</remarks>
public interface IStoreReader
{
    /// <summary>The value of a key, or <see langword="null"/>.</summary>
    byte[]? Read(byte[] key);

    /// <summary>The values of some keys, in their order; <see langword="null"/> where there is none.</summary>
    byte[]?[] Read(byte[][] keys);

    /// <summary>The entries from a key on and before another, ascending. An enumeration must end or be disposed of before the store is.</summary>
    IEnumerable<StoreEntry> Scan(byte[] from, byte[] before);
}
