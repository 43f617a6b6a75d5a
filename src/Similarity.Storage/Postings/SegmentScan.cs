namespace Similarity.Storage;

/// <summary>Reads the postings of a segment from the first key to the last.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SegmentScan : IDisposable
{
    private readonly IEnumerator<StoreEntry> _blocks;
    private readonly int _firstText;
    private byte[] _block = [];
    private int _at;

    public SegmentScan(IIndexStore store, KeySpace keys, PostingSegment segment)
    {
        var (from, before) = keys.Blocks(segment.Number);
        _blocks = store.Scan(from, before).GetEnumerator();
        _firstText = segment.FirstText;
        IsAtEnd = false;
        Next();
    }

    /// <summary>Whether there is no further key.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The current key.</summary>
    public ulong Key { get; private set; }

    /// <summary>Adds the texts of the current key that are still there to a list, and goes on to the next key.</summary>
    public void Take(GoneTexts gone, PostingList list)
    {
        _at = PostingBlock.Take(_block, _at, _firstText, gone, list);
        Next();
    }

    public void Dispose() => _blocks.Dispose();

    private void Next()
    {
        if (_at == _block.Length)
        {
            if (!_blocks.MoveNext())
            {
                IsAtEnd = true;
                return;
            }
            (_block, _at, Key) = (_blocks.Current.Value, 0, 0);
        }
        Key += PostingBlock.Number(_block, ref _at);
    }

    /// <summary>Writes the postings of several segments as one, without texts that are gone.</summary>
    public static void Merge(SegmentScan[] scans, GoneTexts gone, SegmentWriter writer, CancellationToken cancellation)
    {
        var list = new PostingList();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = ulong.MaxValue;
            foreach (var scan in scans) key = scan.IsAtEnd ? key : Math.Min(key, scan.Key);
            if (key == ulong.MaxValue) return;
            list.Clear();
            foreach (var scan in scans)
            {
                if (!scan.IsAtEnd && scan.Key == key) scan.Take(gone, list);
            }
            writer.Add(key, list);
        }
    }
}
