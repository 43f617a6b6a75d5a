namespace Similarity.Storage;

/// <summary>
/// Which texts have a key, as it was at one moment: the segments of then, and of the texts in memory those that were there. Of a key that
/// hundreds of texts share (<see cref="PostingList"/>), the last of then may be missing when many more have come since.
/// </summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="store">The store as it was then.</param>
/// <param name="keys">Its keys.</param>
/// <param name="blocks">Blocks of segments that were read.</param>
/// <param name="segments">The segments, oldest first.</param>
/// <param name="recent">Texts in memory, oldest first; those that come later are left out.</param>
/// <param name="gone">Texts that were gone.</param>
/// <param name="endText">The text behind the last.</param>
internal sealed class PostingView(IStoreReader store, KeySpace keys, BlockCache blocks, PostingSegment[] segments, RecentPostings[] recent, GoneTexts gone, int endText)
{
    /// <summary>The segments, oldest first.</summary>
    public IReadOnlyList<PostingSegment> Segments => segments;

    /// <summary>Texts whose postings are in memory.</summary>
    public int RecentTexts { get; } = recent.Sum(texts => texts.Texts);

    /// <summary>Bytes of memory that postings take.</summary>
    public long Bytes => recent.Sum(texts => texts.Bytes) + segments.Sum(segment => segment.Bytes);

    /// <summary>Whether a text is gone.</summary>
    public bool IsGone(int text) => gone.Contains(text);

    /// <summary>The texts with a key, in order of arrival.</summary>
    public void Find(ulong key, PostingList list)
    {
        list.Clear();
        foreach (var segment in segments)
        {
            if (segment.Filter?.MayHold(key) != false) Find(segment, key, list);
        }
        foreach (var texts in recent) texts.Find(key, gone, endText, list);
    }

    /// <summary>The texts with each of some keys that are in segments: the part of a look-up that can be done ahead.</summary>
    public SealedPostings FindSealed(ulong[] wanted)
    {
        var list = new PostingList();
        var found = new SealedPostings(segments, wanted);
        var may = MayHold(segments.Length, wanted.Length, (segment, some) => segments[segment].MayHold(wanted, some));
        for (var key = 0; key < wanted.Length; key++)
        {
            list.Clear();
            for (var segment = 0; segment < segments.Length; segment++)
            {
                if (may[segment][key]) Find(segments[segment], wanted[key], list);
            }
            found.Add(list);
        }
        return found;
    }

    /// <summary>Gives the texts with each of the keys that were looked up ahead, those in memory too.</summary>
    /// <param name="ahead">What was found ahead; looked up anew where segments are others now.</param>
    /// <param name="list">Working memory.</param>
    /// <param name="take">Takes the texts of each key in turn.</param>
    public void Complete(SealedPostings ahead, PostingList list, Action<PostingList> take)
    {
        if (!ReferenceEquals(ahead.Segments, segments)) ahead = FindSealed(ahead.Keys);
        var may = MayHold(recent.Length, ahead.Keys.Length, (texts, some) => recent[texts].MayHold(ahead.Keys, some));
        for (var key = 0; key < ahead.Keys.Length; key++)
        {
            list.Clear();
            ahead.CopyTo(key, list);
            for (var texts = 0; texts < recent.Length; texts++)
            {
                if (may[texts][key]) recent[texts].Find(ahead.Keys[key], gone, endText, list);
            }
            take(list);
        }
    }

    private static bool[][] MayHold(int places, int keys, Action<int, bool[]> ask)
    {
        var may = new bool[places][];
        for (var place = 0; place < places; place++) ask(place, may[place] = new bool[keys]);
        return may;
    }

    private void Find(PostingSegment segment, ulong key, PostingList list)
    {
        var number = segment.BlockOf(key);
        if (number >= 0) PostingBlock.Find(Block(segment.Number, number), key, segment.FirstText, gone, list);
    }

    private byte[] Block(int segment, int number)
    {
        if (blocks.Find(segment, number) is { } known) return known;
        var block = store.Read(keys.Block(segment, number)) ?? throw new InvalidDataException($"The index is damaged: block {number} of segment {segment} is missing.");
        blocks.Add(segment, number, block);
        return block;
    }
}
