namespace Similarity;

/// <summary>
/// The distinct shingles of one text, ascending: what exact resemblance and containment are measured on. Filled again
/// for each text, so that verification does not allocate.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ShingleSet
{
    private ulong[] _values = [];

    /// <summary>How many distinct shingles there are.</summary>
    public int Count { get; private set; }

    /// <summary>The shingles, ascending.</summary>
    public ReadOnlySpan<ulong> Values => _values.AsSpan(0, Count);

    /// <summary>Shingles that its memory has room for.</summary>
    public int Capacity => _values.Length;

    /// <summary>Takes the distinct values of <paramref name="sorted"/>, ascending with repeats.</summary>
    public void Set(ReadOnlySpan<ulong> sorted)
    {
        if (_values.Length < sorted.Length) _values = new ulong[sorted.Length + (sorted.Length / 4)];
        sorted.CopyTo(_values);
        Count = SortedSets.Distinct(_values.AsSpan(0, sorted.Length));
    }

    /// <summary>How many shingles both texts have.</summary>
    public int SharedWith(ShingleSet other) =>
        SortedSets.IntersectionSize(Values, other.Values);
}
