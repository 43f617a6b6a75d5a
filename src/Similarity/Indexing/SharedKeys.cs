using System.Numerics;

namespace Similarity;

/// <summary>
/// Which texts share a key: a band's, or a fingerprint. Only keys that two texts or more have are kept, because most keys
/// of news are seen once. A key is found by its leading bits.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class SharedKeys
{
    private readonly uint[] _keys;
    private readonly int[] _starts;
    private readonly int[] _ranks;
    private readonly int[] _cells;
    private readonly uint _first;
    private readonly int _cellShift;

    /// <param name="postings">Key in the high and rank in the low half, sorted by both.</param>
    public SharedKeys(ReadOnlySpan<ulong> postings)
    {
        var (shared, members) = CountShared(postings);
        _keys = new uint[shared];
        _starts = new int[shared + 1];
        _ranks = new int[members];
        FillShared(postings);

        _first = shared == 0 ? 0 : _keys[0];
        var range = shared == 0 ? 0 : _keys[^1] - _first;
        _cellShift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(range) - BitOperations.Log2((uint)shared | 1));
        _cells = new int[(range >> _cellShift) + 2];
        foreach (var key in _keys) _cells[((key - _first) >> _cellShift) + 1]++;
        for (var i = 1; i < _cells.Length; i++) _cells[i] += _cells[i - 1];
    }

    /// <summary>The ranks of the texts with this key, ascending; empty where fewer than two have it.</summary>
    public ReadOnlySpan<int> Find(uint key)
    {
        var cell = (key - _first) >> _cellShift;
        if (key < _first || cell >= _cells.Length - 1) return [];
        for (var i = _cells[cell]; i < _cells[cell + 1]; i++)
        {
            if (_keys[i] == key) return _ranks.AsSpan(_starts[i].._starts[i + 1]);
        }
        return [];
    }

    private static (int Shared, int Members) CountShared(ReadOnlySpan<ulong> postings)
    {
        int shared = 0, members = 0;
        for (int start = 0, end; start < postings.Length; start = end)
        {
            end = EndOfBucket(postings, start);
            if (end - start < 2) continue;
            shared++;
            members += end - start;
        }
        return (shared, members);
    }

    private void FillShared(ReadOnlySpan<ulong> postings)
    {
        int shared = 0, members = 0;
        for (int start = 0, end; start < postings.Length; start = end)
        {
            end = EndOfBucket(postings, start);
            if (end - start < 2) continue;
            _keys[shared++] = (uint)(postings[start] >> 32);
            foreach (var posting in postings[start..end]) _ranks[members++] = (int)posting;
            _starts[shared] = members;
        }
    }

    private static int EndOfBucket(ReadOnlySpan<ulong> postings, int start)
    {
        var end = start + 1;
        while (end < postings.Length && postings[end] >> 32 == postings[start] >> 32) end++;
        return end;
    }
}
