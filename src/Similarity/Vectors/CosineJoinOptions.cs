namespace Similarity;

/// <summary>How all rows of a table are compared.</summary>
public sealed record CosineJoinOptions
{
    /// <summary>Threads at most, 1 or more. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "At least one thread is needed.");
    } = 1;

    /// <summary>Pairs at most, 1 or more, 12 bytes each; a join that would give more throws.</summary>
    public long MaxPairs
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxPairs), value, "At least one pair must be allowed.");
    } = 50_000_000;

    /// <summary>For each row its time, ascending, in any unit. With it, only pairs within <see cref="TimeWindow"/> are compared.</summary>
    public ReadOnlyMemory<long> Times { get; init; }

    /// <summary>How far apart the times of a pair may be, in the unit of <see cref="Times"/>; 0 or more.</summary>
    public long TimeWindow
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(TimeWindow), value, "A window is not negative.");
    }
}
