namespace Similarity.Storage;

/// <summary>
/// Texts that were read last, up to a number of bytes: those of two generations, of which the older one is forgotten when the
/// younger is full.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TextCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private Dictionary<int, StoredText> _young = [];
    private Dictionary<int, StoredText> _old = [];
    private long _bytes;

    /// <summary>Counts the times that texts were replaced: what was read before is not kept after.</summary>
    public long Version { get; private set; }

    public StoredText? Find(int text)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(text, out var found)) return found;
            if (!_old.TryGetValue(text, out found)) return null;
            Keep(text, found);
            return found;
        }
    }

    /// <summary>Keeps a text that was read when the cache was of <paramref name="version"/>.</summary>
    public void Add(StoredText text, long version)
    {
        lock (_lock)
        {
            if (version == Version) Keep(text.Number, text);
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
                if (text is not null) Keep(number, text);
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            Version++;
            (_young, _old, _bytes) = ([], [], 0);
        }
    }

    private void Keep(int number, StoredText text)
    {
        if (_bytes > mostBytes / 2) (_old, _young, _bytes) = (_young, [], 0);
        if (_young.TryAdd(number, text)) _bytes += text.Bytes;
    }
}
