using System.Collections.Concurrent;

namespace Similarity.Storage;

/// <summary>
/// Blocks of segments that were read last, up to a number of bytes: those of two generations, of which the older one is forgotten when the
/// younger is full. A block never changes, and its segment's number is never used again.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class BlockCache(long mostBytes)
{
    private ConcurrentDictionary<(int Segment, int Block), byte[]> _young = [];
    private ConcurrentDictionary<(int Segment, int Block), byte[]> _old = [];
    private long _bytes;

    /// <summary>A block, or <see langword="null"/> where it has to be read.</summary>
    public byte[]? Find(int segment, int block)
    {
        if (_young.TryGetValue((segment, block), out var found)) return found;
        if (!_old.TryGetValue((segment, block), out found)) return null;
        Add(segment, block, found);
        return found;
    }

    /// <summary>Keeps a block.</summary>
    public void Add(int segment, int block, byte[] bytes)
    {
        if (!_young.TryAdd((segment, block), bytes) || Interlocked.Add(ref _bytes, bytes.Length) <= mostBytes / 2) return;
        // Two that come here at once only forget some more.
        (_old, _young) = (_young, []);
        _ = Interlocked.Exchange(ref _bytes, 0);
    }
}
