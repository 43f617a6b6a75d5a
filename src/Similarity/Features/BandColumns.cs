namespace Similarity;

/// <summary>
/// The band keys of all articles by bands: whoever builds the index of a band reads its keys one after the other, and
/// nothing else.
/// </summary>
/// <remarks>Reading is thread-safe while nothing is added.</remarks>
internal sealed class BandColumns(int bands)
{
    private const int ChunkRows = 1 << 12;

    /// <summary>Longer than a chunk's rows by a cache line, so that the keys of one article do not crowd one set of the cache.</summary>
    private const int Stride = ChunkRows + 16;

    private readonly List<uint[]> _chunks = [];
    private int _count;

    /// <summary>Appends the keys of the next article, one a band; none of an article without a word, whose keys are then 0.</summary>
    public void Add(ReadOnlySpan<uint> keys)
    {
        var row = _count++ % ChunkRows;
        if (row == 0) _chunks.Add(new uint[bands * Stride]);
        var chunk = _chunks[^1];
        for (var band = 0; band < keys.Length; band++) chunk[(band * Stride) + row] = keys[band];
    }

    /// <summary>The key of one article in one band.</summary>
    public uint this[int article, int band] => _chunks[article / ChunkRows][(band * Stride) + (article % ChunkRows)];

    /// <summary>The keys of one band from the article <paramref name="first"/> on, as many as stand together.</summary>
    public ReadOnlySpan<uint> Run(int first, int band)
    {
        var row = first % ChunkRows;
        var length = Math.Min(ChunkRows - row, _count - first);
        return _chunks[first / ChunkRows].AsSpan((band * Stride) + row, length);
    }
}
