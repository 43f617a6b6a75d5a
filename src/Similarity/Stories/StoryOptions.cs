namespace Similarity;

/// <summary>How stories are found. The defaults serve news of any subject and amount.</summary>
public sealed record StoryOptions
{
    /// <summary>
    /// Texts whose mean closeness is at least this much are one story, −1 to 1: what is told in common beyond what texts around
    /// them have in common. Higher for single incidents, lower for running stories.
    /// </summary>
    public double Threshold
    {
        get;
        init => field = value is >= -1 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threshold), value, "Threshold must be from -1 to 1.");
    } = 0.09;

    /// <summary>
    /// Pairs at least this close are kept, whatever the threshold, so that any threshold from here on can be had of one run. −1 to 1.
    /// </summary>
    public double KeptFrom
    {
        get;
        init => field = value is >= -1 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(KeptFrom), value, "KeptFrom must be from -1 to 1.");
    } = 0.03;

    /// <summary>The least closeness of a pair that is kept: <see cref="KeptFrom"/>, or the threshold where that is lower.</summary>
    public double Floor => Math.Min(KeptFrom, Threshold);

    /// <summary>Days between two texts that cost nothing, 0 or more.</summary>
    public int FreeDays
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(FreeDays), value, "FreeDays must be 0 or more.");
    } = 2;

    /// <summary>Further days take off this much closeness times the logarithm of one more than their number. 0 to 1.</summary>
    public double DayPenalty
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(DayPenalty), value, "DayPenalty must be from 0 to 1.");
    } = 0.01;

    /// <summary>What one outlet takes off the closeness of two texts, 0 to 1.</summary>
    public double OutletPenalty
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(OutletPenalty), value, "OutletPenalty must be from 0 to 1.");
    } = 0.03;

    /// <summary>Whether large stories are looked at once more, by their names and numbers, and split where they are two.</summary>
    public bool SplitsByNames { get; init; } = true;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Threads must be at least 1.");
    } = 1;
}
