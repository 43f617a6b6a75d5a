namespace Similarity;

/// <summary>Which pairs of rows are near enough in time to be compared; all where there are no times.</summary>
internal readonly struct JoinWindow
{
    private readonly ReadOnlyMemory<long> _times;
    private readonly long _length;

    /// <param name="times">For each row its time, ascending; empty for no window.</param>
    /// <param name="length">How far apart the times of a pair may be.</param>
    /// <param name="rows">How many rows there are.</param>
    public JoinWindow(ReadOnlyMemory<long> times, long length, int rows)
    {
        if (times.IsEmpty) return;
        if (times.Length != rows) throw new ArgumentException($"{rows} rows need as many times; there are {times.Length}.", nameof(times));
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var span = times.Span;
        for (var row = 1; row < span.Length; row++)
        {
            if (span[row] < span[row - 1]) throw new ArgumentException($"Times must ascend; that of row {row} is before that of row {row - 1}.", nameof(times));
        }
        (_times, _length) = (times, length);
    }

    /// <summary>Whether two rows, the earlier first, are near enough.</summary>
    public bool Holds(int earlier, int later) => _times.IsEmpty || IsWithin(_times.Span[earlier], _times.Span[later]);

    /// <summary>The first row that is near enough to <paramref name="row"/>.</summary>
    public int FirstWithin(int row)
    {
        if (_times.IsEmpty) return 0;
        var times = _times.Span;
        var (low, high) = (0, row);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (IsWithin(times[middle], times[row])) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>Unsigned, because the difference of two times may be too large for their type.</summary>
    private bool IsWithin(long earlier, long later) => unchecked((ulong)(later - earlier)) <= (ulong)_length;
}
