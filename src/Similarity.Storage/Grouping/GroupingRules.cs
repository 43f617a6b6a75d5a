namespace Similarity.Storage;

/// <summary>What the grouping of texts depends on beside them, for the lifetime of an index.</summary>
/// <param name="Options">How a run would decide.</param>
/// <param name="Bands">Bands of a signature.</param>
/// <param name="PlaceOfOutlet">The place of a numbered outlet among the preferred ones.</param>
internal sealed record GroupingRules(DeduplicationOptions Options, BandLayout Bands, Func<int, uint> PlaceOfOutlet)
{
    /// <summary>What is remembered of texts as those who write see them.</summary>
    public Spelling Spelling { get; private set; } = new();

    /// <summary>Notes that another article, of another spelling, stands for a text: what is remembered of texts no longer holds.</summary>
    public void ChangeSpelling() => Spelling = new Spelling();

    public bool TellsSeries => !Options.Features.Furniture.IsOff;

    /// <summary>The key of an article among those with the identical text: the more preferred, the smaller.</summary>
    public byte[] CopyKey(KeySpace keys, int text, int article, in ArticleRow row) => Options.Keep switch
    {
        KeepOrder.First => keys.Copy(text, 0, 0, article),
        KeepOrder.Outlets => keys.Copy(text, row.Outlet < 0 ? uint.MaxValue : PlaceOfOutlet(row.Outlet), ArticleRanking.LatestMomentOf(row.Published), article),
        _ => keys.Copy(text, 0, ArticleRanking.LatestMomentOf(row.Published), article),
    };
}
