namespace Similarity;

/// <summary>(key, rank) pairs of one band or slice, packed as key in the high and rank in the low half, to be sorted.</summary>
/// <remarks>Not thread-safe. Made for as many as are expected, because growing leaves the outgrown memory behind.</remarks>
internal sealed class PostingBuffer(int expected)
{
    private ulong[] _postings = GC.AllocateUninitializedArray<ulong>(Math.Max(expected, 16));
    private ulong[] _scratch = [];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(uint key, int rank)
    {
        if (_count == _postings.Length) Array.Resize(ref _postings, _count + _count / 2);
        _postings[_count++] = ((ulong)key << 32) | (uint)rank;
    }

    /// <summary>All postings by key and then rank; they must have been added with ascending ranks.</summary>
    public ReadOnlySpan<ulong> Sorted()
    {
        if (_scratch.Length < _count) _scratch = GC.AllocateUninitializedArray<ulong>(_postings.Length);
        RadixSort.Sort(_postings.AsSpan(0, _count), _scratch, fromBit: 32);
        return _postings.AsSpan(0, _count);
    }
}
