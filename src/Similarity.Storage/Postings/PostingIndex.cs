namespace Similarity.Storage;

/// <summary>
/// Which texts have a key. Texts that arrived last are in memory; when they are many they become a segment, and segments
/// of a tier one of the next, so that there are only a few however many texts there are, and each posting is written a few times.
/// </summary>
/// <remarks>
/// Any number of threads may look up; one adds, seals and marks; one merges beside them. A look-up that finds a block gone,
/// because its segment has been merged meanwhile, begins again with the segments that are there now.
/// </remarks>
internal sealed class PostingIndex : IDisposable
{
    /// <summary>Texts in memory that become a segment.</summary>
    public const int DefaultRecent = 8192;

    /// <summary>Segments of a tier that become one of the next.</summary>
    private const int TierSegments = 4;

    private readonly IIndexStore _store;
    private readonly KeySpace _keys;
    private readonly int _mostRecent;
    private readonly long _filterBytes;
    private readonly GoneTexts _gone = new();
    private readonly Func<int, bool> _isGone;
    private readonly ReaderWriterLockSlim _access = new();
    private RecentPostings _recent = new();
    private PostingSegment[] _segments = [];
    private int _nextSegment;
    private int _endText;

    private PostingIndex(IIndexStore store, KeySpace keys, int mostRecent, long filterBytes) =>
        (_store, _keys, _mostRecent, _filterBytes, _isGone) = (store, keys, mostRecent, filterBytes, _gone.Contains);

    /// <summary>The segments, oldest first.</summary>
    public IReadOnlyList<PostingSegment> Segments => Volatile.Read(ref _segments);

    /// <summary>Whether the texts in memory should become a segment.</summary>
    public bool IsFull => _recent.Texts >= _mostRecent;

    /// <summary>Bytes of memory that postings take.</summary>
    public long Bytes => _recent.Bytes + Segments.Sum(segment => segment.Bytes);

    /// <summary>The text behind the last that is in a segment.</summary>
    public int SealedTexts => Segments is [.., var last] ? last.EndText : 0;

    /// <summary>Opens the postings of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="mostRecent">Texts in memory that become a segment.</param>
    /// <param name="filterBytes">Memory for filters.</param>
    public static PostingIndex Open(IIndexStore store, KeySpace keys, int mostRecent, long filterBytes)
    {
        var index = new PostingIndex(store, keys, mostRecent, filterBytes);
        index.ReadSegments();
        foreach (var entry in store.Scan(keys.AllGone.From, keys.AllGone.Before)) index._gone.Add(KeySpace.NumberOf(entry.Key));
        var recent = keys.Texts(index.SealedTexts);
        foreach (var entry in store.Scan(recent.From, recent.Before))
        {
            index.Add(StoredText.FromBytes(KeySpace.NumberOf(entry.Key), entry.Value));
        }
        return index;
    }

    /// <summary>Whether a text is gone.</summary>
    public bool IsGone(int text) => _gone.Contains(text);

    /// <summary>Adds a text that arrived after all others.</summary>
    public void Add(StoredText text)
    {
        _access.EnterWriteLock();
        try
        {
            _recent.Add(text.Number, PostingKey.Of(text));
            _endText = text.Number + 1;
        }
        finally
        {
            _access.ExitWriteLock();
        }
    }

    /// <summary>Notes that a text is gone; where it is in a segment, that must have been written.</summary>
    public void Remove(int text) => _gone.Add(text);

    /// <summary>Texts whose postings are in memory.</summary>
    public int RecentTexts => _recent.Texts;

    /// <summary>Looks up a key in the segments; false where one of them is gone.</summary>
    private bool TryFindSealed(PostingSegment[] segments, ulong key, PostingList list)
    {
        foreach (var segment in segments)
        {
            var number = segment.BlockOf(key);
            if (number < 0) continue;
            if (_store.Read(_keys.Block(segment.Number, number)) is not { } block) return false;
            PostingBlock.Find(block, key, segment.FirstText, _isGone, list);
        }
        return true;
    }

    /// <summary>The texts with a key, in order of arrival.</summary>
    public void Find(ulong key, PostingList list)
    {
        do list.Clear();
        while (!TryFindSealed(Volatile.Read(ref _segments), key, list));
        _access.EnterReadLock();
        try
        {
            _recent.Find(key, _isGone, list);
        }
        finally
        {
            _access.ExitReadLock();
        }
    }

    /// <summary>The texts with each of some keys that are in segments: the part of a look-up that can be done ahead.</summary>
    public SealedPostings FindSealed(ulong[] keys)
    {
        var list = new PostingList();
        while (true)
        {
            var segments = Volatile.Read(ref _segments);
            var found = new SealedPostings(segments, keys);
            var isWhole = true;
            for (var i = 0; i < keys.Length && isWhole; i++)
            {
                list.Clear();
                isWhole = TryFindSealed(segments, keys[i], list);
                found.Add(list);
            }
            if (isWhole) return found;
        }
    }

    /// <summary>Gives the texts with each of the keys that were looked up ahead, those in memory too.</summary>
    /// <param name="ahead">What was found ahead; looked up anew where segments have changed since.</param>
    /// <param name="list">Working memory.</param>
    /// <param name="take">Takes the texts of each key in turn.</param>
    public void Complete(SealedPostings ahead, PostingList list, Action<PostingList> take)
    {
        while (true)
        {
            if (!ReferenceEquals(ahead.Segments, Volatile.Read(ref _segments))) ahead = FindSealed(ahead.Keys);
            _access.EnterReadLock();
            try
            {
                // Sealing waits for readers: what it moved is in neither place otherwise.
                if (!ReferenceEquals(ahead.Segments, Volatile.Read(ref _segments))) continue;
                for (var i = 0; i < ahead.Keys.Length; i++)
                {
                    list.Clear();
                    ahead.CopyTo(i, list);
                    _recent.Find(ahead.Keys[i], _isGone, list);
                    take(list);
                }
                return;
            }
            finally
            {
                _access.ExitReadLock();
            }
        }
    }

    /// <summary>Makes a segment of the texts in memory.</summary>
    public void Seal()
    {
        if (_recent.Texts == 0) return;
        var writer = new SegmentWriter(_keys, Interlocked.Increment(ref _nextSegment) - 1, 0, SealedTexts, _endText, _recent.Keys, batch => _store.Write(batch, durable: false));
        var list = new PostingList();
        foreach (var key in _recent.SortedKeys())
        {
            list.Clear();
            _recent.Find(key, _isGone, list);
            writer.Add(key, list);
        }
        var segment = writer.Complete();
        PostingSegment[] next = [.. _segments, segment];
        WriteSegments(next);
        _access.EnterWriteLock();
        try
        {
            Volatile.Write(ref _segments, next);
            _recent = new RecentPostings();
        }
        finally
        {
            _access.ExitWriteLock();
        }
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
        var gone = _store.Scan(_keys.Gone(segments[0].FirstText), _keys.Gone(segments[^1].EndText)).Select(entry => entry.Key).ToArray();
        // A segment has half a thousand keys a block, more or less.
        var mostKeys = segments.Sum(segment => segment.Filter is { } filter ? filter.Words.Length * 64L / 10 : segment.FirstKeys.Length * 600L);
        var number = Interlocked.Increment(ref _nextSegment) - 1;
        var tier = segments.Length > 1 ? segments.Max(segment => segment.Tier) + 1 : segments[0].Tier;
        var writer = new SegmentWriter(_keys, number, tier, segments[0].FirstText, segments[^1].EndText, mostKeys, batch => _store.Write(batch, durable: false));
        var scans = Array.ConvertAll(segments, segment => new SegmentScan(_store, _keys, segment));
        try
        {
            SegmentScan.Merge(scans, _isGone, writer, cancellation);
        }
        finally
        {
            foreach (var scan in scans) scan.Dispose();
        }
        return new MergedSegment(segments, writer.Complete(), gone);
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
        _access.EnterWriteLock();
        Volatile.Write(ref _segments, next);
        _access.ExitWriteLock();
        foreach (var segment in segments) Delete(segment.Number);
        if (isEmpty) Delete(merged.Number);
        foreach (var some in merge.Gone.Chunk(10_000)) Delete(some);
    }

    public void Dispose() => _access.Dispose();

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
