namespace Similarity;

/// <summary>How a deduplication run decides. The defaults are meant for news as it is scraped.</summary>
public sealed record DeduplicationOptions
{
    /// <summary>What is computed of each text.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>What an overlap amounts to. <see cref="MatchRules.Reprint"/> is the threshold that bands are chosen for.</summary>
    public MatchRules Rules { get; init; } = new();

    /// <summary>Which of several copies is the canonical.</summary>
    public KeepOrder Keep { get; init; } = KeepOrder.Earliest;

    /// <summary>Outlets, most preferred first, for <see cref="KeepOrder.Outlets"/>.</summary>
    public IReadOnlyList<string> PreferredOutlets { get; init; } = [];

    /// <summary>The loosest kind of match that makes a text a copy, to be removed in favour of its canonical.</summary>
    public MatchKind Loosest { get; init; } = MatchKind.Excerpt;

    /// <summary>
    /// Price of a pair that no band brings together, in units of a false candidate. Above 0; false candidates only cost
    /// the time to verify them, so that the default is high.
    /// </summary>
    public double MissCost
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MissCost), value, "MissCost must be above 0 and finite.");
    } = 10;

    /// <summary>The same options with what has been learnt of outlets.</summary>
    public DeduplicationOptions Knowing(LearntFurniture furniture) =>
        this with { Features = Features with { Furniture = Features.Furniture with { Known = furniture } } };

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Threads must be at least 1.");
    } = 1;
}
