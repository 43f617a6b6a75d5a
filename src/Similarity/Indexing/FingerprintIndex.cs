using System.Numerics;

namespace Similarity;

/// <summary>
/// Which texts share a fingerprint. Built slice by slice of their range, so that working memory stays small.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class FingerprintIndex
{
    /// <summary>Fingerprints looked at at a time, on average.</summary>
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
        for (var article = 0; article < table.Count; article++) fingerprints += table[article].Fingerprints;
        var slices = new SharedKeys[BitOperations.RoundUpToPowerOf2((uint)(fingerprints / SliceTarget) + 1)];
        _ = Parallel.For(0, slices.Length, parallel, () => new PostingBuffer(), BuildSlice, _ => { });
        return new FingerprintIndex(slices);

        PostingBuffer BuildSlice(int slice, ParallelLoopState state, PostingBuffer postings)
        {
            postings.Clear(fingerprints / slices.Length);
            var width = (1UL << 32) / (ulong)slices.Length;
            var (first, last) = ((uint)(width * (ulong)slice), (uint)((width * (ulong)slice) + width - 1));
            Pass(first, last, postings, noting: true);
            Pass(first, last, postings, noting: false);
            slices[slice] = new SharedKeys(postings.Sorted());
            return postings;
        }

        void Pass(uint first, uint last, PostingBuffer postings, bool noting)
        {
            var ranks = ranking.Ranks;
            for (var article = 0; article < ranks.Length; article++)
            {
                if (ranks[article] < 0) continue;
                var some = table.FingerprintsOf(article);
                var at = first == 0 ? 0 : some.BinarySearch(first);
                for (var i = at < 0 ? ~at : at; i < some.Length && some[i] <= last; i++)
                {
                    if (noting) postings.Note(some[i]);
                    else postings.Add(some[i], ranks[article]);
                }
            }
        }
    }
}
