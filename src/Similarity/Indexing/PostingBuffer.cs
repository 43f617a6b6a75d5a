namespace Similarity;

/// <summary>
/// (key, rank) pairs of one band or slice, packed as key in the high and rank in the low half, to be sorted. Most keys of
/// news occur once and are of no use: all keys are noted first, and those that cannot repeat are then not taken.
/// </summary>
/// <remarks>Not thread-safe. Keeps its memory.</remarks>
internal sealed class PostingBuffer
{
    private readonly RepeatFilter _repeats = new();
    private ulong[] _postings = [];
    private ulong[] _scratch = [];
    private int _count;

    /// <summary>Begins anew, for about <paramref name="expected"/> keys.</summary>
    public void Clear(long expected)
    {
        _count = 0;
        _repeats.Reset(expected);
    }

    /// <summary>Notes that a text has <paramref name="key"/>; each is noted before any is added.</summary>
    public void Note(uint key) => _repeats.Add(key);

    /// <summary>Takes the posting of a key that another text may have too.</summary>
    public void Add(uint key, int rank)
    {
        if (!_repeats.MayRepeat(key)) return;
        if (_count == _postings.Length) Array.Resize(ref _postings, Math.Max(1 << 12, _count + (_count / 2)));
        _postings[_count++] = ((ulong)key << 32) | (uint)rank;
    }

    /// <summary>The postings by key and then rank, in whatever order they were added.</summary>
    public ReadOnlySpan<ulong> Sorted()
    {
        if (_scratch.Length < _count) _scratch = GC.AllocateUninitializedArray<ulong>(_postings.Length);
        RadixSort.Sort(_postings.AsSpan(0, _count), _scratch);
        return _postings.AsSpan(0, _count);
    }
}
