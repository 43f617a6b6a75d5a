namespace Similarity.Storage;

/// <summary>The texts with each of some keys, as segments had them.</summary>
/// <param name="segments">The segments that were looked into.</param>
/// <param name="keys">The keys.</param>
internal sealed class SealedPostings(PostingSegment[] segments, ulong[] keys)
{
    private readonly List<int> _texts = [];
    private readonly List<(int End, int Unkept)> _lists = [];

    public PostingSegment[] Segments { get; } = segments;

    public ulong[] Keys { get; } = keys;

    /// <summary>Adds the texts of the next key.</summary>
    public void Add(PostingList list)
    {
        list.Trim();
        _texts.AddRange(list.Texts);
        _lists.Add((_texts.Count, list.Unkept));
    }

    /// <summary>Adds the texts of a key to a list.</summary>
    public void CopyTo(int key, PostingList list)
    {
        for (var i = key == 0 ? 0 : _lists[key - 1].End; i < _lists[key].End; i++) list.Add(_texts[i]);
        list.AddUnkept(_lists[key].Unkept);
    }
}
