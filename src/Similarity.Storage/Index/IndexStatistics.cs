namespace Similarity.Storage;

/// <summary>How large an index is, and what it holds in memory.</summary>
/// <param name="Articles">Articles.</param>
/// <param name="Texts">Distinct texts with a word.</param>
/// <param name="Segments">Segments of postings.</param>
/// <param name="RecentTexts">Texts whose postings are in memory.</param>
/// <param name="PostingBytes">Memory of postings, filters and directories.</param>
/// <param name="StoreBytes">Bytes that the store takes, about.</param>
/// <param name="StoreMemoryBytes">Memory that the store holds.</param>
/// <param name="LastEvent">Number of the last event; 0 where nothing has happened.</param>
public sealed record IndexStatistics(
    int Articles, int Texts, int Segments, int RecentTexts, long PostingBytes, long StoreBytes, long StoreMemoryBytes, long LastEvent)
{
    internal static IndexStatistics Of(IndexMoment moment, IIndexStore store) => new(
        moment.Counters.Articles,
        moment.Counters.Texts,
        moment.Postings.Segments.Count,
        moment.Postings.RecentTexts,
        moment.Postings.Bytes,
        store.ApproximateBytes(),
        store is RocksIndexStore disk ? disk.MemoryBytes() : 0,
        moment.Counters.NextEvent - 1);
}
