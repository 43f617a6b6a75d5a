namespace Similarity;

/// <summary>Which texts share a band of their signatures. Built band by band from sorted postings.</summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class BandIndex
{
    private readonly SharedKeys[] _bands;

    private BandIndex(SharedKeys[] bands) => _bands = bands;

    /// <summary>The ranks of the texts with this key in this band, ascending; empty where fewer than two have it.</summary>
    public ReadOnlySpan<int> this[int band, uint key] => _bands[band].Find(key);

    public static BandIndex Build(ArticleTable table, ArticleRanking ranking, int bands, ParallelOptions parallel)
    {
        var shared = new SharedKeys[bands];
        _ = Parallel.For(0, bands, parallel, () => new PostingBuffer(ranking.Count), BuildBand, _ => { });
        return new BandIndex(shared);

        PostingBuffer BuildBand(int band, ParallelLoopState state, PostingBuffer postings)
        {
            postings.Clear();
            for (var rank = 0; rank < ranking.Count; rank++) postings.Add(table.BandKeysOf(ranking[rank])[band], rank);
            shared[band] = new SharedKeys(postings.Sorted());
            return postings;
        }
    }
}
