namespace Similarity.Storage;

/// <summary>
/// Texts that were read last, up to a number of bytes: those of two generations, of which the older one is forgotten when the
/// younger is full.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TextCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private Dictionary<int, (StoredText Text, long Since)> _young = [];
    private Dictionary<int, (StoredText Text, long Since)> _old = [];
    private long _bytes;

    /// <summary>Counts the times that texts were replaced.</summary>
    public long Version { get; private set; }

    /// <summary>A text as it was when the cache was of <paramref name="version"/>, where it is known to have been the same.</summary>
    public StoredText? Find(int text, long version)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(text, out var found)) return found.Since <= version ? found.Text : null;
            if (!_old.TryGetValue(text, out found) || found.Since > version) return null;
            Keep(text, found.Text, found.Since);
            return found.Text;
        }
    }

    /// <summary>Keeps a text that was read as it was when the cache was of <paramref name="version"/>, unless others have been replaced since.</summary>
    public void Add(StoredText text, long version)
    {
        lock (_lock)
        {
            if (version == Version) Keep(text.Number, text, version);
        }
    }

    /// <summary>Takes what was written: texts, and <see langword="null"/> where they are gone.</summary>
    public void Replace(IEnumerable<KeyValuePair<int, StoredText?>> texts)
    {
        lock (_lock)
        {
            Version++;
            foreach (var (number, text) in texts)
            {
                _ = _young.Remove(number);
                _ = _old.Remove(number);
                if (text is not null) Keep(number, text, Version);
            }
        }
    }

    private void Keep(int number, StoredText text, long since)
    {
        if (_bytes > mostBytes / 2) (_old, _young, _bytes) = (_young, [], 0);
        if (_young.TryAdd(number, (text, since))) _bytes += text.Bytes;
    }
}
