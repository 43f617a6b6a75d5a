namespace Similarity;

/// <summary>The day of a stream: the middle of those of the last articles, so that a wrong date moves nothing.</summary>
internal sealed class StreamDay
{
    /// <summary>Articles whose middle day it is.</summary>
    private const int Remembered = 255;

    private Queue<int> _days = [];
    private List<int> _sorted = [];

    /// <summary>The day; −1 as long as no article has one.</summary>
    public int Today { get; private set; } = -1;

    /// <summary>Takes the day of an article; −1 where that is unknown.</summary>
    public void Note(int day)
    {
        if (day < 0) return;
        if (_days.Count == Remembered) _sorted.RemoveAt(_sorted.BinarySearch(_days.Dequeue()));
        _days.Enqueue(day);
        var place = _sorted.BinarySearch(day);
        _sorted.Insert(place < 0 ? ~place : place, day);
        Today = _sorted[_sorted.Count / 2];
    }

    /// <summary>Becomes what another is.</summary>
    public void Set(StreamDay other) => (_days, _sorted, Today) = (new(other._days), [.. other._sorted], other.Today);
}
