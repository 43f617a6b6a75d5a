namespace Similarity;

/// <summary>The day of a stream: the middle of those of the last articles, so that a wrong date moves nothing.</summary>
internal sealed class StreamDay
{
    /// <summary>Articles whose middle day it is.</summary>
    private const int Remembered = 255;

    private Queue<int> _days = [];

    /// <summary>The day; −1 as long as no article has one.</summary>
    public int Today { get; private set; } = -1;

    /// <summary>Takes the day of an article; −1 where that is unknown.</summary>
    public void Note(int day)
    {
        if (day < 0) return;
        if (_days.Count == Remembered) _ = _days.Dequeue();
        _days.Enqueue(day);
        Today = _days.Order().ElementAt(_days.Count / 2);
    }

    /// <summary>Becomes what another is.</summary>
    public void Set(StreamDay other) => (_days, Today) = (new Queue<int>(other._days), other.Today);
}
