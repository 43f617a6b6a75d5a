using System.Numerics;

namespace Similarity;

/// <summary>
/// Which texts have a fingerprint: only those that two texts or more share, because most fingerprints of news are seen
/// once. Built slice by slice of the hash range from sorted postings; each slice finds a fingerprint by its leading
/// bits.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class FingerprintIndex
{
    /// <summary>Fingerprints sorted at a time, on average.</summary>
    private const int SliceTarget = 1 << 20;

    private readonly Slice[] _slices;
    private readonly int _sliceShift;

    private FingerprintIndex(Slice[] slices)
    {
        _slices = slices;
        _sliceShift = 32 - BitOperations.Log2((uint)slices.Length);
    }

    /// <summary>The ranks of the texts with this fingerprint, ascending; empty where fewer than two have it.</summary>
    public ReadOnlySpan<int> this[uint fingerprint] => _slices[(int)((ulong)fingerprint >> _sliceShift)].Find(fingerprint);

    public static FingerprintIndex Build(ArticleTable table, ArticleRanking ranking, ParallelOptions parallel)
    {
        long fingerprints = 0;
        for (var rank = 0; rank < ranking.Count; rank++) fingerprints += table[ranking[rank]].Fingerprints;
        var slices = new Slice[BitOperations.RoundUpToPowerOf2((uint)(fingerprints / SliceTarget) + 1)];
        _ = Parallel.For(0, slices.Length, parallel, () => new PostingBuffer(), BuildSlice, _ => { });
        return new FingerprintIndex(slices);

        PostingBuffer BuildSlice(int slice, ParallelLoopState state, PostingBuffer postings)
        {
            postings.Clear();
            var width = (1UL << 32) / (ulong)slices.Length;
            var (first, last) = ((uint)(width * (ulong)slice), (uint)((width * (ulong)slice) + width - 1));
            for (var rank = 0; rank < ranking.Count; rank++)
            {
                var some = table.FingerprintsOf(ranking[rank]);
                var at = some.BinarySearch(first);
                for (var i = at < 0 ? ~at : at; i < some.Length && some[i] <= last; i++) postings.Add(some[i], rank);
            }
            slices[slice] = new Slice(postings.Sorted());
            return postings;
        }
    }

    private sealed class Slice
    {
        private readonly uint[] _fingerprints;
        private readonly int[] _starts;
        private readonly int[] _ranks;
        private readonly int[] _cells;
        private readonly uint _first;
        private readonly int _cellShift;

        /// <param name="postings">Fingerprint in the high and rank in the low half, sorted by both.</param>
        public Slice(ReadOnlySpan<ulong> postings)
        {
            var (shared, members) = CountShared(postings);
            _fingerprints = new uint[shared];
            _starts = new int[shared + 1];
            _ranks = new int[members];
            FillShared(postings);

            _first = shared == 0 ? 0 : _fingerprints[0];
            var range = shared == 0 ? 0 : _fingerprints[^1] - _first;
            _cellShift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(range) - BitOperations.Log2((uint)shared | 1));
            _cells = new int[(range >> _cellShift) + 2];
            foreach (var fingerprint in _fingerprints) _cells[((fingerprint - _first) >> _cellShift) + 1]++;
            for (var i = 1; i < _cells.Length; i++) _cells[i] += _cells[i - 1];
        }

        public ReadOnlySpan<int> Find(uint fingerprint)
        {
            var cell = (fingerprint - _first) >> _cellShift;
            if (fingerprint < _first || cell >= _cells.Length - 1) return [];
            for (var i = _cells[cell]; i < _cells[cell + 1]; i++)
            {
                if (_fingerprints[i] == fingerprint) return _ranks.AsSpan(_starts[i].._starts[i + 1]);
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
                _fingerprints[shared++] = (uint)(postings[start] >> 32);
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
}
