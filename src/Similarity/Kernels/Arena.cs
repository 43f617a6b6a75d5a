namespace Similarity;

/// <summary>
/// Append-only storage of many short runs of values. Grows by chunks that are never copied, so that a million
/// articles cost their bytes and not the doubling of an array. Reading is thread-safe while nothing is added.
/// </summary>
internal sealed class Arena<T>
    where T : unmanaged
{
    private const int ChunkLength = 1 << 18;
    private readonly List<T[]> _chunks = [];
    private int _used;

    /// <summary>Stores a copy of <paramref name="run"/> and returns the handle to read it with.</summary>
    public long Add(ReadOnlySpan<T> run)
    {
        var handle = AddRoom(run.Length);
        run.CopyTo(Get(handle, run.Length));
        return handle;
    }

    /// <summary>Makes room for a run of <paramref name="length"/> values, which are undefined until they are written.</summary>
    public long AddRoom(int length)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _used < length)
        {
            _chunks.Add(GC.AllocateUninitializedArray<T>(Math.Max(ChunkLength, length)));
            _used = 0;
        }
        var handle = ((long)(_chunks.Count - 1) << 32) | (uint)_used;
        _used += length;
        return handle;
    }

    /// <summary>The run of <paramref name="length"/> values stored under <paramref name="handle"/>.</summary>
    public Span<T> Get(long handle, int length) => _chunks[(int)(handle >> 32)].AsSpan((int)handle, length);
}
