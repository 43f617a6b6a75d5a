namespace Similarity;

/// <summary>
/// The distinct shingles of one text, ascending: what exact resemblance and containment are measured on.
/// </summary>
internal sealed class ShingleSet
{
    private readonly ulong[] _values;

    private ShingleSet(ulong[] values) => _values = values;

    public int Count => _values.Length;

    /// <summary>Sorts <paramref name="shingles"/>, drops repeats, and keeps a copy. The content of both spans is lost.</summary>
    public static ShingleSet From(Span<ulong> shingles, Span<ulong> scratch)
    {
        RadixSort.Sort(shingles, scratch);
        return new ShingleSet(shingles[..SortedSets.Distinct(shingles)].ToArray());
    }

    /// <summary>How many shingles both texts have.</summary>
    public int SharedWith(ShingleSet other) => SortedSets.IntersectionSize(_values, other._values);
}
