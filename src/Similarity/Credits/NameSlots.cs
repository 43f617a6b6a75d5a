using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>Names by a hash of what they begin with.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
internal sealed class NameSlots
{
    private const int SlotBits = 13;

    private const int BitsOfWord = 64;

    /// <summary>A bit for each slot that has names: small enough to stay in the nearest cache.</summary>
    private readonly ulong[] _used = new ulong[(1 << SlotBits) / BitsOfWord];

    /// <summary>By slot: the index of its first name, or -1.</summary>
    private readonly short[] _first = new short[1 << SlotBits];

    /// <summary>By slot, then longest first.</summary>
    private readonly (int Slot, AgencyName Name)[] _names;

    public NameSlots(IEnumerable<AgencyName> names, Func<ReadOnlySpan<byte>, ulong> keyOf)
    {
        _names = [.. names.Select(name => (Slot: SlotOf(keyOf(name.Utf8)), name)).OrderBy(one => one.Slot).ThenByDescending(one => one.name.Utf8.Length)];
        if (_names.Length > short.MaxValue) throw new ArgumentException($"{_names.Length} names are more than {short.MaxValue}.", nameof(names));
        Array.Fill(_first, (short)-1);
        for (var index = _names.Length - 1; index >= 0; index--)
        {
            var slot = _names[index].Slot;
            _first[slot] = (short)index;
            _used[slot / BitsOfWord] |= 1UL << slot;
        }
    }

    /// <summary>Whether a name may have this key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        var slot = SlotOf(key);
        return (_used[slot / BitsOfWord] & (1UL << slot)) != 0;
    }

    /// <summary>The longest name that <paramref name="text"/> begins with, whose key is <paramref name="key"/>.</summary>
    public AgencyName? Longest(ReadOnlySpan<byte> text, ulong key)
    {
        var slot = SlotOf(key);
        if (_first[slot] < 0) return null;
        for (var index = (int)_first[slot]; index < _names.Length && _names[index].Slot == slot; index++)
        {
            var name = _names[index].Name;
            if (text.StartsWith(name.Utf8) && CreditLetters.EndsWord(text, name.Utf8.Length)) return name;
        }
        return null;
    }

    private static int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - SlotBits));
}
