namespace Similarity.Storage;

/// <summary>
/// Which texts have a key. Texts that arrived last are in memory; when they are many they are frozen and become a segment, and segments
/// of a tier one of the next, so that there are only a few however many texts there are, and each posting is written a few times.
/// </summary>
/// <remarks>
/// One adds, freezes, marks, and puts segments in their places; beside it one writes what is frozen, and one merges. Whoever looks up has a view
/// (<see cref="PostingView"/>), which none of that changes.
/// </remarks>
internal sealed class PostingIndex
{
    /// <summary>Texts in memory that become a segment.</summary>
    public const int DefaultRecent = 8192;

    /// <summary>Segments of a tier that become one of the next.</summary>
    private const int TierSegments = 4;

    private const int KeysAtOnce = 256;

    private readonly IIndexStore _store;
    private readonly KeySpace _keys;
    private readonly int _mostRecent;
    private readonly long _filterBytes;
    private readonly BlockCache _blocks;
    private volatile GoneTexts _gone = GoneTexts.None;
    private RecentPostings _recent = new();
    private RecentPostings? _frozen;
    private PostingSegment[] _segments = [];
    private int _nextSegment;
    private int _endText;
    private int _endOfFrozen;

    private PostingIndex(IIndexStore store, KeySpace keys, int mostRecent, long filterBytes, long cacheBytes) =>
        (_store, _keys, _mostRecent, _filterBytes, _blocks) = (store, keys, mostRecent, filterBytes, new BlockCache(cacheBytes));

    /// <summary>How many segments there are.</summary>
    public int Segments => _segments.Length;

    /// <summary>Whether the texts in memory should become a segment, and none are becoming one.</summary>
    public bool IsFull => _frozen is null && _recent.Texts >= _mostRecent;

    /// <summary>The text behind the last that is in a segment, or becomes one.</summary>
    public int FrozenTexts => _frozen is null ? SealedTexts : _endOfFrozen;

    /// <summary>The postings as they are now, for whoever adds.</summary>
    public PostingView Now => At(_store, int.MaxValue);

    private int SealedTexts => _segments is [.., var last] ? last.EndText : 0;

    /// <summary>Opens the postings of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="mostRecent">Texts in memory that become a segment.</param>
    /// <param name="filterBytes">Memory for filters.</param>
    /// <param name="cacheBytes">Memory for blocks that were read.</param>
    public static PostingIndex Open(IIndexStore store, KeySpace keys, int mostRecent, long filterBytes, long cacheBytes)
    {
        var index = new PostingIndex(store, keys, mostRecent, filterBytes, cacheBytes);
        index.ReadSegments();
        index.Remove([.. store.Scan(keys.AllGone.From, keys.AllGone.Before).Select(entry => KeySpace.NumberOf(entry.Key))]);
        var recent = keys.Texts(index.SealedTexts);
        foreach (var entry in store.Scan(recent.From, recent.Before))
        {
            index.Add(StoredText.FromBytes(KeySpace.NumberOf(entry.Key), entry.Value));
        }
        return index;
    }

    /// <summary>The postings as they are now and in a snapshot of now.</summary>
    /// <param name="snapshot">The store.</param>
    /// <param name="endText">The text behind the last.</param>
    public PostingView At(IStoreReader snapshot, int endText) => new(snapshot, _keys, _blocks, _segments, _frozen is null ? [_recent] : [_frozen, _recent], _gone, endText);

    /// <summary>Adds a text that arrived after all others.</summary>
    public void Add(StoredText text)
    {
        _recent.Add(text.Number, PostingKey.Of(text));
        _endText = text.Number + 1;
    }

    /// <summary>Notes that texts are gone; where they are in segments, that must have been written.</summary>
    public void Remove(IReadOnlyCollection<int> texts) => _gone = _gone.With(texts);

    /// <summary>Makes a segment of the texts in memory.</summary>
    public void Seal()
    {
        Freeze();
        Add(WriteFrozen(CancellationToken.None));
    }

    /// <summary>Puts the texts in memory aside, to become a segment; those that come later are kept apart.</summary>
    public void Freeze() => (_frozen, _endOfFrozen, _recent) = (_recent, _endText, new RecentPostings(_recent.Slots));

    /// <summary>Writes what is frozen as a segment; nobody uses it before it is added.</summary>
    public PostingSegment WriteFrozen(CancellationToken cancellation)
    {
        var (frozen, gone) = (_frozen!, _gone);
        var writer = new SegmentWriter(_keys, Interlocked.Increment(ref _nextSegment) - 1, 0, SealedTexts, _endOfFrozen, frozen.Keys, batch => _store.Write(batch, durable: false));
        var list = new PostingList();
        var may = new bool[KeysAtOnce];
        foreach (var keys in frozen.SortedKeys().Chunk(KeysAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            // All are there; asked for together, memory is waited for once.
            frozen.MayHold(keys, may);
            foreach (var key in keys)
            {
                list.Clear();
                frozen.Find(key, gone, int.MaxValue, list);
                writer.Add(key, list);
            }
        }
        return writer.Complete();
    }

    /// <summary>Puts the segment in the place of what was frozen.</summary>
    public void Add(PostingSegment segment)
    {
        PostingSegment[] next = [.. _segments, segment];
        WriteSegments(next);
        (_segments, _frozen) = (next, null);
    }

    /// <summary>The segments that should be merged: the first of a tier that has many, or one most of whose texts are gone.</summary>
    public PostingSegment[] DueForMerge()
    {
        var segments = _segments;
        foreach (var segment in segments)
        {
            if (segment.EndText - segment.FirstText >= DefaultRecent && _gone.CountIn(segment.FirstText, segment.EndText) * 2L > segment.EndText - segment.FirstText && segment.FirstKeys.Length > 0) return [segment];
        }
        return segments.GroupBy(segment => segment.Tier).Where(tier => tier.Count() >= TierSegments).Select(tier => tier.ToArray()).FirstOrDefault() ?? [];
    }

    /// <summary>Writes the postings of segments that follow each other as one; nobody uses it before <see cref="Replace"/>.</summary>
    public MergedSegment Merge(PostingSegment[] segments, CancellationToken cancellation)
    {
        var gone = _gone;
        var leftOut = _store.Scan(_keys.Gone(segments[0].FirstText), _keys.Gone(segments[^1].EndText)).Select(entry => entry.Key).Where(key => gone.Contains(KeySpace.NumberOf(key))).ToArray();
        // Keys take two to five bytes, so that a block has no more than this.
        var mostKeys = segments.Sum(segment => segment.Filter is { } filter ? filter.Words.Length * 64L / 10 : segment.FirstKeys.Length * (PostingBlock.Bytes / 2L));
        var number = Interlocked.Increment(ref _nextSegment) - 1;
        var tier = segments.Length > 1 ? segments.Max(segment => segment.Tier) + 1 : segments[0].Tier;
        var writer = new SegmentWriter(_keys, number, tier, segments[0].FirstText, segments[^1].EndText, mostKeys, batch => _store.Write(batch, durable: false));
        var scans = Array.ConvertAll(segments, segment => new SegmentScan(_store, _keys, segment));
        try
        {
            SegmentScan.Merge(scans, gone, writer, cancellation);
        }
        finally
        {
            foreach (var scan in scans) scan.Dispose();
        }
        return new MergedSegment(segments, writer.Complete(), leftOut);
    }

    /// <summary>Puts a segment in the place of those that it was merged from, and deletes them.</summary>
    public void Replace(MergedSegment merge)
    {
        var (segments, merged) = (merge.Sources, merge.Segment);
        var others = _segments.Except(segments).Sum(segment => segment.Filter is { } filter ? filter.Words.Length * 8L : 0);
        if (others + (merged.Filter!.Words.Length * 8L) > _filterBytes) merged = merged with { Filter = null };
        var isEmpty = merged.FirstKeys.Length == 0 && merged.EndText < SealedTexts;
        PostingSegment[] next = [.. _segments.Except(segments).Concat(isEmpty ? [] : [merged]).OrderBy(segment => segment.FirstText)];
        WriteSegments(next);
        _segments = next;
        foreach (var segment in segments) Delete(segment.Number);
        if (isEmpty) Delete(merged.Number);
        foreach (var some in merge.Gone.Chunk(10_000)) Delete(some);
    }

    private void ReadSegments()
    {
        if (_store.Read(_keys.Segments) is not { } bytes) return;
        var reader = new ByteReader(bytes);
        _nextSegment = reader.Int();
        var segments = new List<PostingSegment>();
        var left = _filterBytes;
        while (!reader.IsAtEnd)
        {
            var segment = SegmentWriter.Read(_store, _keys, reader.Int(), left);
            left -= segment.Filter is { } filter ? filter.Words.Length * 8L : 0;
            segments.Add(segment);
        }
        _segments = [.. segments];
    }

    /// <summary>Deletes what is left of segments that nobody lists: a merge that was cut short, or whose end was.</summary>
    public void DeleteUnlisted()
    {
        // One further: a segment may have been begun whose number was never written down.
        var listed = _segments.Select(segment => segment.Number).ToHashSet();
        for (var number = 0; number < _nextSegment + TierSegments; number++)
        {
            if (!listed.Contains(number)) Delete(number);
        }
    }

    private void WriteSegments(PostingSegment[] segments)
    {
        var list = new ByteWriter();
        list.Number(Volatile.Read(ref _nextSegment));
        foreach (var segment in segments) list.Number(segment.Number);
        var batch = new StoreBatch();
        batch.Put(_keys.Segments, list.ToArray());
        _store.Write(batch, durable: true);
    }

    private void Delete(int number)
    {
        var (blocks, parts) = (_keys.Blocks(number), _keys.SegmentParts(number));
        foreach (var some in _store.Scan(blocks.From, blocks.Before).Concat(_store.Scan(parts.From, parts.Before)).Select(entry => entry.Key).Chunk(10_000)) Delete(some);
    }

    private void Delete(byte[][] some)
    {
        var batch = new StoreBatch();
        foreach (var key in some) batch.Delete(key);
        _store.Write(batch, durable: false);
    }
}
