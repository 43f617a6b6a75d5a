using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// A value for each of the keys seen lately, in bounded memory: a key has one slot, and takes it from whatever key had it
/// before. Grows to its bound as keys come, so that a small run stays small.
/// </summary>
/// <remarks>Not thread-safe. Which keys are remembered depends only on the order in which they come.</remarks>
internal sealed class RecentKeys
{
    private const int LeastBits = 12;
    private const int MostBits = 21;
    private const int TagBits = 32;

    private int _bits = LeastBits;
    private int _used;
    private ulong[] _slots = new ulong[1 << LeastBits]; // Tag in the high half, value in the low one; 0 where empty.

    /// <summary>The value of a key, to be changed in place; 0 where the key is new.</summary>
    /// <param name="key">Evenly spread bits.</param>
    /// <param name="value">A new key gets this one.</param>
    /// <param name="isNew">Whether the key is not remembered.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Get(ulong key, uint value, out bool isNew)
    {
        if (_used > _slots.Length / 4 && _bits < MostBits) Grow();
        ref var slot = ref _slots[key >> (64 - _bits)];
        var tag = (uint)(key >> (64 - LeastBits - TagBits));
        isNew = slot == 0 || (uint)(slot >> TagBits) != tag;
        if (!isNew) return (uint)slot;
        if (slot == 0) _used++;
        slot = ((ulong)tag << TagBits) | value;
        return 0;
    }

    /// <summary>Looks at the slot of a key, so that it is at hand when <see cref="Get"/> is called; many keys are waited for at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Touch(ulong key) => _ = Volatile.Read(ref _slots[key >> (64 - _bits)]);

    /// <summary>The value of a key; 0 where it is not remembered.</summary>
    public uint Find(ulong key)
    {
        var slot = _slots[key >> (64 - _bits)];
        return (uint)(slot >> TagBits) == (uint)(key >> (64 - LeastBits - TagBits)) ? (uint)slot : 0;
    }

    /// <summary>Changes the value of a key that is remembered.</summary>
    public void Set(ulong key, uint value)
    {
        ref var slot = ref _slots[key >> (64 - _bits)];
        slot = (slot & ~(ulong)uint.MaxValue) | value;
    }

    /// <summary>Index and tag hold the upper bits of each key, which is all that a larger table needs.</summary>
    private void Grow()
    {
        var (slots, bits) = (_slots, _bits);
        _bits = Math.Min(_bits + 2, MostBits);
        _slots = new ulong[1 << _bits];
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] == 0) continue;
            var upper = ((ulong)(i >> (bits - LeastBits)) << TagBits) | (slots[i] >> TagBits);
            _slots[upper >> (LeastBits + TagBits - _bits)] = slots[i];
        }
    }
}
