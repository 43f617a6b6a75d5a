using System.Runtime.InteropServices;

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
    private readonly List<(int Rank, int Count)> _met = [];

    /// <summary>
    /// The texts met most often and how often, at most <paramref name="count"/> of them, of those met
    /// <paramref name="least"/> times or more; of two met equally often the more preferred comes first. Valid until the
    /// next call.
    /// </summary>
    public ReadOnlySpan<(int Rank, int Count)> MostMet(int count, int least)
    {
        _met.Clear();
        foreach (var used in _used)
        {
            if (_slots[used].Count >= least) _met.Add(_slots[used]);
        }
        if (_met.Count > 1) _met.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Rank.CompareTo(b.Rank));
        return CollectionsMarshal.AsSpan(_met)[..Math.Min(count, _met.Count)];
    }

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
