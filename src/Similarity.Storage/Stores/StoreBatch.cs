namespace Similarity.Storage;

/// <summary>Writes that happen together. Of several to one key, the last counts.</summary>
public sealed class StoreBatch
{
    private readonly List<(byte[] Key, byte[]? Value)> _writes = [];

    /// <summary>The writes, in order; <see langword="null"/> deletes.</summary>
    internal IReadOnlyList<(byte[] Key, byte[]? Value)> Writes => _writes;

    /// <summary>How many there are.</summary>
    public int Count => _writes.Count;

    /// <summary>Bytes of all keys and values.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gives a key a value.</summary>
    public void Put(byte[] key, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _writes.Add((key, value));
        Bytes += key.Length + value.Length;
    }

    /// <summary>Takes a key and its value away, if it is there.</summary>
    public void Delete(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _writes.Add((key, null));
        Bytes += key.Length;
    }
}
