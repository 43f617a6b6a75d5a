using System.Buffers;

namespace Similarity.FastText;

/// <summary>
/// A list of numbers, hashes first and then the rows that these become, in memory that its user lends; a longer one rents
/// from the shared pool. Nothing is allocated once the pool is warm.
/// </summary>
internal ref struct RowList(Span<int> lent) : IDisposable
{
    private Span<int> _items = lent;
    private int[]? _rented;

    /// <summary>How many there are; may be set to fewer.</summary>
    public int Count { get; set; }

    /// <summary>The numbers, to read and to overwrite, until the next one is added.</summary>
    public readonly Span<int> Items => _items[..Count];

    public void Add(int item)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = item;
    }

    public void Dispose()
    {
        if (_rented is { } rented) ArrayPool<int>.Shared.Return(rented);
        this = default;
    }

    private void Grow()
    {
        var larger = ArrayPool<int>.Shared.Rent(checked(2 * Math.Max(8, Count)));
        Items.CopyTo(larger);
        if (_rented is { } rented) ArrayPool<int>.Shared.Return(rented);
        _items = _rented = larger;
    }
}
