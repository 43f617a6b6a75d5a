using System.Runtime.InteropServices;

namespace Similarity.Storage;

/// <summary>Makes a segment of keys that come in order.</summary>
/// <param name="keys">The keys of the store.</param>
/// <param name="number">The segment's number.</param>
/// <param name="tier">How often its postings have been merged.</param>
/// <param name="firstText">The first text that may be in it.</param>
/// <param name="endText">The text behind the last.</param>
/// <param name="mostKeys">No more keys than this will come.</param>
/// <param name="write">Takes some entries to the store; nobody looks at them before the segment is named.</param>
internal sealed class SegmentWriter(KeySpace keys, int number, int tier, int firstText, int endText, long mostKeys, Action<StoreBatch> write)
{
    private const int BatchBytes = 1 << 20;
    private const int PartWords = (1 << 20) / sizeof(ulong);

    private readonly List<ulong> _firstKeys = [];
    private readonly KeyFilter _filter = new(mostKeys);
    private readonly ByteWriter _block = new();
    private StoreBatch _batch = new();
    private ulong _last;

    /// <summary>Adds a key that is larger than all before it.</summary>
    public void Add(ulong key, PostingList list)
    {
        if (list.IsEmpty) return;
        if (_block.Length >= PostingBlock.Bytes) EndBlock();
        if (_block.Length == 0)
        {
            _firstKeys.Add(key);
            _last = 0;
        }
        list.Trim();
        PostingBlock.Append(_block, key - _last, list, firstText);
        _filter.Add(key);
        _last = key;
    }

    /// <summary>Writes what is left, and returns the segment.</summary>
    public PostingSegment Complete()
    {
        if (_block.Length > 0) EndBlock();
        var segment = new PostingSegment(number, tier, firstText, endText, [.. _firstKeys], _filter);
        WriteParts(segment);
        write(_batch);
        return segment;
    }

    /// <summary>Reads a segment that was written.</summary>
    /// <param name="store">The store.</param>
    /// <param name="keys">Its keys.</param>
    /// <param name="number">The segment's number.</param>
    /// <param name="filterBytes">Room for its filter; where that is too little it goes without.</param>
    /// <exception cref="InvalidDataException">Part of it is missing.</exception>
    public static PostingSegment Read(IIndexStore store, KeySpace keys, int number, long filterBytes)
    {
        var head = store.Read(keys.SegmentPart(number, 0)) ?? throw new InvalidDataException($"The index is damaged: segment {number} is listed and not there.");
        var reader = new ByteReader(head);
        var (tier, first, end) = (reader.Int(), reader.Int(), reader.Int());
        var firstKeys = new ulong[reader.Int()];
        var words = new ulong[reader.Int()];
        var part = 1;
        Fill(firstKeys);
        var filter = (long)words.Length * sizeof(ulong) <= filterBytes ? new KeyFilter(words) : null;
        if (filter is not null) Fill(words);
        return new PostingSegment(number, tier, first, end, firstKeys, filter);

        void Fill(ulong[] target)
        {
            for (var at = 0; at < target.Length; at += PartWords)
            {
                var length = Math.Min(PartWords, target.Length - at);
                var bytes = store.Read(keys.SegmentPart(number, part)) ?? throw new InvalidDataException($"The index is damaged: part {part} of segment {number} is missing.");
                if (bytes.Length != length * sizeof(ulong)) throw new InvalidDataException($"The index is damaged: part {part} of segment {number} has {bytes.Length} bytes where {length * sizeof(ulong)} are expected.");
                MemoryMarshal.Cast<byte, ulong>(bytes).CopyTo(target.AsSpan(at));
                part++;
            }
        }
    }

    private void WriteParts(PostingSegment segment)
    {
        var head = new ByteWriter();
        head.Number(tier);
        head.Number(firstText);
        head.Number(endText);
        head.Number(segment.FirstKeys.Length);
        head.Number(_filter.Words.Length);
        Put(keys.SegmentPart(number, 0), head.ToArray());
        var part = 1;
        foreach (var words in new[] { segment.FirstKeys, _filter.Words })
        {
            for (var at = 0; at < words.Length; at += PartWords)
            {
                var some = words.AsSpan(at, Math.Min(PartWords, words.Length - at));
                Put(keys.SegmentPart(number, part++), MemoryMarshal.AsBytes(some).ToArray());
            }
        }
    }

    private void EndBlock()
    {
        Put(keys.Block(number, _firstKeys.Count - 1), _block.ToArray());
        _block.Clear();
    }

    private void Put(byte[] key, byte[] value)
    {
        _batch.Put(key, value);
        if (_batch.Bytes < BatchBytes) return;
        write(_batch);
        _batch = new StoreBatch();
    }
}
