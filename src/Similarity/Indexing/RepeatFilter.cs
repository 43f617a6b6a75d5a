using System.Numerics;
using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// Tells which of many keys may occur more than once, at two bits a slot: a key that nobody else has costs no sort.
/// Says yes to every key that does, and to one in twelve of those that do not.
/// </summary>
/// <remarks>Not thread-safe. Keys are hashes: their lower bits are as good as random.</remarks>
internal sealed class RepeatFilter
{
    /// <summary>At least so many slots a key.</summary>
    private const int SlotsAKey = 8;

    /// <summary>Slots a word of 64 bits.</summary>
    private const int SlotBits = 5;

    private ulong[] _slots = [];
    private int _mask;

    /// <summary>Forgets all keys and makes room for <paramref name="count"/>.</summary>
    public void Reset(long count)
    {
        var words = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(count * SlotsAKey, 1 << SlotBits, 1L << 31)) >> SlotBits;
        if (_slots.Length < words) _slots = new ulong[words];
        else _slots.AsSpan(0, words).Clear();
        _mask = words - 1;
    }

    /// <summary>Notes that <paramref name="key"/> occurs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint key)
    {
        ref var word = ref _slots[(int)(key >> SlotBits) & _mask];
        var once = 1UL << (int)(key << 1);
        word |= once | ((word & once) << 1);
    }

    /// <summary>Whether <paramref name="key"/> may have been added twice.</summary>
    public bool MayRepeat(uint key) => (_slots[(int)(key >> SlotBits) & _mask] >> (int)(key << 1) & 2) != 0;
}
