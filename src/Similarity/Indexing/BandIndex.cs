namespace Similarity;

/// <summary>Which texts share a band of their signatures. Built band by band.</summary>
/// <remarks>Reading is thread-safe.</remarks>
internal sealed class BandIndex
{
    private readonly SharedKeys[] _bands;

    private BandIndex(SharedKeys[] bands) => _bands = bands;

    /// <summary>The ranks of the texts with this key in this band, ascending; empty where fewer than two have it.</summary>
    public ReadOnlySpan<int> this[int band, uint key] => _bands[band].Find(key);

    public static BandIndex Build(BandColumns columns, ArticleRanking ranking, int bands, ParallelOptions parallel)
    {
        var shared = new SharedKeys[bands];
        _ = Parallel.For(0, bands, parallel, () => new PostingBuffer(), BuildBand, _ => { });
        return new BandIndex(shared);

        PostingBuffer BuildBand(int band, ParallelLoopState state, PostingBuffer postings)
        {
            postings.Clear(ranking.Count);
            Pass(band, postings, noting: true);
            Pass(band, postings, noting: false);
            shared[band] = new SharedKeys(postings.Sorted());
            return postings;
        }

        void Pass(int band, PostingBuffer postings, bool noting)
        {
            var ranks = ranking.Ranks;
            for (var first = 0; first < ranks.Length;)
            {
                var keys = columns.Run(first, band);
                for (var i = 0; i < keys.Length; i++)
                {
                    if (ranks[first + i] < 0) continue;
                    if (noting) postings.Note(keys[i]);
                    else postings.Add(keys[i], ranks[first + i]);
                }
                first += keys.Length;
            }
        }
    }
}
