namespace Similarity;

/// <summary>
/// How often each of a few texts has been met: a small table that is emptied by forgetting what was written to it.
/// </summary>
/// <remarks>Not thread-safe. Grows with the most texts met at a time, and stays.</remarks>
internal sealed class MeetingCounter
{
    private const int None = -1;
    private (int Rank, int Count)[] _slots = CreateSlots(1 << 10);
    private readonly List<int> _used = [];

    /// <summary>How many different texts were met.</summary>
    public int Count => _used.Count;

    /// <summary>A text met, by the order of its first meeting, and how often.</summary>
    public (int Rank, int Count) this[int index] => _slots[_used[index]];

    public void Meet(int rank)
    {
        if (_used.Count * 2 >= _slots.Length) Grow();
        ref var slot = ref SlotOf(rank);
        slot.Count++;
    }

    public void Clear()
    {
        foreach (var used in _used) _slots[used] = (None, 0);
        _used.Clear();
    }

    private ref (int Rank, int Count) SlotOf(int rank)
    {
        var mask = _slots.Length - 1;
        var at = (int)(((uint)rank * 0x9E3779B1u) >> 7) & mask;
        while (_slots[at].Rank != rank)
        {
            if (_slots[at].Rank == None)
            {
                _slots[at].Rank = rank;
                _used.Add(at);
                break;
            }
            at = (at + 1) & mask;
        }
        return ref _slots[at];
    }

    private void Grow()
    {
        var met = _used.Select(used => _slots[used]).ToList();
        _slots = CreateSlots(_slots.Length * 4);
        _used.Clear();
        foreach (var (rank, count) in met) SlotOf(rank).Count = count;
    }

    private static (int, int)[] CreateSlots(int length)
    {
        var slots = new (int, int)[length];
        Array.Fill(slots, (None, 0));
        return slots;
    }
}
