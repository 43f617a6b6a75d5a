using System.Numerics;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// Which texts share a key: a band's, or a fingerprint. Only keys that two texts or more have are kept, because most keys
/// of news are seen once; a filter of some bits a key says so at once. A key is found by its leading bits.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class SharedKeys
{
    /// <summary>Bits a key of the filter that tells most keys which nobody shares.</summary>
    private const int FilterBitsAKey = 8;

    private readonly (uint Key, int Start)[] _entries;
    private readonly int[] _ranks;
    private readonly int[] _cells;
    private readonly ulong[] _filter;
    private readonly uint _first;
    private readonly int _cellShift;

    /// <param name="postings">Key in the high and rank in the low half, sorted by both.</param>
    public SharedKeys(ReadOnlySpan<ulong> postings)
    {
        var (shared, members) = CountShared(postings);
        _entries = new (uint, int)[shared + 1];
        _ranks = new int[members];
        _filter = new ulong[BitOperations.RoundUpToPowerOf2((uint)(shared / (64 / FilterBitsAKey)) + 1)];
        FillShared(postings);

        var keys = _entries.AsSpan(0, shared);
        _first = shared == 0 ? 0 : keys[0].Key;
        var range = shared == 0 ? 0 : keys[^1].Key - _first;
        _cellShift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(range) - BitOperations.Log2((uint)shared | 1));
        _cells = new int[(range >> _cellShift) + 2];
        foreach (var (key, _) in keys)
        {
            _cells[((key - _first) >> _cellShift) + 1]++;
            _filter[(key >> 6) & (_filter.Length - 1)] |= 1UL << (int)key;
        }
        for (var i = 1; i < _cells.Length; i++) _cells[i] += _cells[i - 1];
    }

    /// <summary>The ranks of the texts with this key, ascending; empty where fewer than two have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> Find(uint key) =>
        (_filter[(key >> 6) & (_filter.Length - 1)] >> (int)key & 1) == 0 ? [] : FindSurely(key);

    private ReadOnlySpan<int> FindSurely(uint key)
    {
        var cell = (key - _first) >> _cellShift;
        if (key < _first || cell >= _cells.Length - 1) return [];
        for (var i = _cells[cell]; i < _cells[cell + 1]; i++)
        {
            if (_entries[i].Key == key) return _ranks.AsSpan(_entries[i].Start.._entries[i + 1].Start);
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
            _entries[shared++] = ((uint)(postings[start] >> 32), members);
            foreach (var posting in postings[start..end]) _ranks[members++] = (int)posting;
        }
        _entries[shared] = (0, members);
    }

    private static int EndOfBucket(ReadOnlySpan<ulong> postings, int start)
    {
        var end = start + 1;
        while (end < postings.Length && postings[end] >> 32 == postings[start] >> 32) end++;
        return end;
    }
}
