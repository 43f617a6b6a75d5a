namespace Similarity.Storage;

/// <summary>
/// The postings of the texts that arrived last, in memory: a table of keys, most of which one text has. Made again from the
/// features of those texts when an index is opened.
/// </summary>
/// <remarks>Thread-safe: one adds, several look up. What is added meanwhile is told apart by the numbers of texts.</remarks>
/// <param name="slots">Slots to begin with, a power of 2.</param>
internal sealed class RecentPostings(int slots = RecentPostings.FewestSlots)
{
    private const int FewestSlots = 1 << 12;

    private const int None = -1;

    private readonly Lock _lock = new();

    /// <summary>The key of each slot, plus one; 0 where it is free.</summary>
    private ulong[] _keys = new ulong[slots];

    /// <summary>The text of each slot; or where several have the key, the complement of the number of their list.</summary>
    private int[] _texts = new int[slots];

    private readonly List<PostingList> _lists = [];
    private int _used;

    /// <summary>Distinct keys.</summary>
    public int Keys => _used;

    /// <summary>Slots that it has for keys.</summary>
    public int Slots => _keys.Length;

    /// <summary>Texts that were added.</summary>
    public int Texts { get; private set; }

    /// <summary>Bytes of memory that it takes, about.</summary>
    public long Bytes => ((long)_keys.Length * (sizeof(ulong) + sizeof(int))) + (_lists.Count * 100L);

    /// <summary>Adds the keys of a text that arrived after all others.</summary>
    public void Add(int text, ReadOnlySpan<ulong> keys)
    {
        lock (_lock)
        {
            Texts++;
            foreach (var key in keys) Add(text, key);
        }
    }

    /// <summary>Which of <paramref name="keys"/> may be there: some that are not too, but few. Memory is waited for once and not for each.</summary>
    public void MayHold(ReadOnlySpan<ulong> keys, Span<bool> may)
    {
        lock (_lock)
        {
            var mask = _keys.Length - 1;
            for (var i = 0; i < keys.Length; i++) may[i] = _keys[(int)Mixing.Avalanche(keys[i]) & mask] != 0;
        }
    }

    /// <summary>Adds the texts with a key that are still there to a list.</summary>
    /// <param name="key">The key.</param>
    /// <param name="gone">Texts that are not there any more.</param>
    /// <param name="endText">The text behind the last that is asked for. Of keys of very many texts, some of the last may be missing where more have come since.</param>
    /// <param name="list">Takes the texts.</param>
    public void Find(ulong key, GoneTexts gone, int endText, PostingList list)
    {
        lock (_lock)
        {
            var slot = SlotOf(key);
            if (_keys[slot] == 0) return;
            if (_texts[slot] > None)
            {
                AddTo(list, _texts[slot]);
                return;
            }
            var several = _lists[~_texts[slot]];
            foreach (var text in several.Texts) AddTo(list, text);
            list.AddUnkept(several.Unkept);
        }

        void AddTo(PostingList list, int text)
        {
            if (text < endText && !gone.Contains(text)) list.Add(text);
        }
    }

    /// <summary>All keys, ascending.</summary>
    public ulong[] SortedKeys()
    {
        var keys = new ulong[_used];
        var count = 0;
        foreach (var key in _keys)
        {
            if (key != 0) keys[count++] = key - 1;
        }
        RadixSort.Sort(keys, new ulong[keys.Length]);
        return keys;
    }

    private void Add(int text, ulong key)
    {
        if ((_used + 1) * 3L > _keys.Length * 2L) Grow();
        var slot = SlotOf(key);
        if (_keys[slot] == 0)
        {
            (_keys[slot], _texts[slot]) = (key + 1, text);
            _used++;
            return;
        }
        if (_texts[slot] > None)
        {
            var list = new PostingList();
            list.Add(_texts[slot]);
            _texts[slot] = ~_lists.Count;
            _lists.Add(list);
        }
        _lists[~_texts[slot]].Add(text);
    }

    private int SlotOf(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)Mixing.Avalanche(key) & mask;
        while (_keys[slot] != 0 && _keys[slot] != key + 1) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (keys, texts) = (_keys, _texts);
        (_keys, _texts) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            var slot = SlotOf(keys[i] - 1);
            (_keys[slot], _texts[slot]) = (keys[i], texts[i]);
        }
    }
}
