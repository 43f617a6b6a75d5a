namespace Similarity.Storage;

/// <summary>
/// A segment: the postings of texts that arrived one after the other, sorted by key, in blocks that are values of the store.
/// Immutable. In memory are the first key of each block, and a filter that tells most keys that are not there.
/// </summary>
/// <param name="Number">Its number.</param>
/// <param name="Tier">How often its postings have been merged.</param>
/// <param name="FirstText">The first text that may be in it.</param>
/// <param name="EndText">The text behind the last.</param>
/// <param name="FirstKeys">The first key of each block.</param>
/// <param name="Filter">Tells which keys are there; <see langword="null"/> where there is no room for it.</param>
internal sealed record PostingSegment(int Number, int Tier, int FirstText, int EndText, ulong[] FirstKeys, KeyFilter? Filter)
{
    /// <summary>Bytes of memory that it takes.</summary>
    public long Bytes => ((long)FirstKeys.Length + (Filter?.Words.Length ?? 0)) * sizeof(ulong);

    /// <summary>Which of <paramref name="keys"/> may be there.</summary>
    public void MayHold(ReadOnlySpan<ulong> keys, Span<bool> may)
    {
        if (Filter is null) may[..keys.Length].Fill(true);
        else Filter.MayHold(keys, may);
    }

    /// <summary>The block that would have <paramref name="key"/>; −1 where that would be before the first.</summary>
    public int BlockOf(ulong key)
    {
        var place = Array.BinarySearch(FirstKeys, key);
        return place >= 0 ? place : ~place - 1;
    }
}
