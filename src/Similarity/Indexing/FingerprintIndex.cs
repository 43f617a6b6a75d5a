using System.Numerics;

namespace Similarity;

/// <summary>
/// Which texts share a fingerprint. Built slice by slice of their range from sorted postings, so that working memory stays
/// small.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class FingerprintIndex
{
    /// <summary>Fingerprints sorted at a time, on average.</summary>
    private const int SliceTarget = 1 << 20;

    private readonly SharedKeys[] _slices;
    private readonly int _sliceShift;

    private FingerprintIndex(SharedKeys[] slices)
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
        var slices = new SharedKeys[BitOperations.RoundUpToPowerOf2((uint)(fingerprints / SliceTarget) + 1)];
        _ = Parallel.For(0, slices.Length, parallel, () => new PostingBuffer((int)(fingerprints / slices.Length * 9 / 8)), BuildSlice, _ => { });
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
            slices[slice] = new SharedKeys(postings.Sorted());
            return postings;
        }
    }
}
