namespace Similarity;

/// <summary>
/// The numbers from 0 in an order that is built up by stable sorts, each linear in how many there are.
/// </summary>
internal sealed class StableOrder
{
    private readonly ulong[] _packed;
    private readonly ulong[] _scratch;

    public StableOrder(int count)
    {
        Items = new int[count];
        for (var i = 0; i < count; i++) Items[i] = i;
        _packed = GC.AllocateUninitializedArray<ulong>(count);
        _scratch = GC.AllocateUninitializedArray<ulong>(count);
    }

    /// <summary>The numbers in their order.</summary>
    public int[] Items { get; }

    /// <summary>Sorts by <paramref name="key"/>, ascending; numbers with the same key keep their order.</summary>
    public void SortBy(Func<int, uint> key)
    {
        // The low half holds a number's present place, which a sort of the whole value may then look at.
        for (var i = 0; i < Items.Length; i++) _packed[i] = ((ulong)key(Items[i]) << 32) | (uint)i;
        RadixSort.Sort(_packed, _scratch, fromBit: 32);
        for (var i = 0; i < Items.Length; i++) _packed[i] = (uint)Items[(int)_packed[i]];
        for (var i = 0; i < Items.Length; i++) Items[i] = (int)_packed[i];
    }
}
