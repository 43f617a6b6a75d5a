namespace Similarity;

/// <summary>How stories of articles are found that arrive one after another.</summary>
public sealed record OnlineStoryOptions
{
    /// <summary>How stories are found. <see cref="StoryOptions.Threads"/> are used when all is arranged anew, and by an index for what comes together.</summary>
    public StoryOptions Stories { get; init; } = new();

    /// <summary>What of an article is its text.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>
    /// When so many texts have come since, as a share of those before, all are weighed and arranged anew, as a run over them would. Above 0; lower
    /// is closer to that run at any moment, and costs a run more often. Infinity for never but when <see cref="OnlineStories.Arrange"/> is called: then the
    /// stories of labelled news are .02 to .03 B-cubed F1 behind a run's, and no article waits for it.
    /// </summary>
    public double RearrangeAfter
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(RearrangeAfter), value, "RearrangeAfter must be above 0.");
    } = 0.25;

    /// <summary>
    /// With more texts than this, they are arranged anew only when <see cref="OnlineStories.Arrange"/> is called, so that no article waits long; at least 0. The first
    /// few thousand matter most: what is rare is not known before.
    /// </summary>
    public int RearrangeUpTo
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(RearrangeUpTo), value, "RearrangeUpTo must be at least 0.");
    } = int.MaxValue;

    /// <summary>
    /// Days of the stream after which a text leads nobody to its story any more, at least 1; <see langword="null"/> for ever. Such texts leave a few at a
    /// time, as others come. The day is that of the articles which arrive, by their middle, so that a wrong date moves nothing.
    /// </summary>
    public int? KeepDays
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(KeepDays), value, "KeepDays must be at least 1.");
    }

    /// <summary>The most texts that take part; when there are more, the first to arrive leaves, of thousands up to 64 of them together. At least 1.</summary>
    public int MostTexts
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostTexts), value, "MostTexts must be at least 1.");
    } = int.MaxValue;
}
