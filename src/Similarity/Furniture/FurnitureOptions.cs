namespace Similarity;

/// <summary>What counts as furniture.</summary>
public sealed record FurnitureOptions
{
    /// <summary>Phrases that pages put around articles.</summary>
    public PhraseTable Phrases { get; init; } = PhraseTable.Default;

    /// <summary>What was learnt before of outlets; what a run learns is added to it.</summary>
    public LearntFurniture Known { get; init; } = LearntFurniture.None;

    /// <summary>Whether a run learns what each outlet repeats.</summary>
    public bool Learn { get; init; } = true;

    /// <summary>Articles of an outlet that must have a line before it counts as furniture, at least 2.</summary>
    public int LeastArticles
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(LeastArticles), value, "LeastArticles must be at least 2.");
    } = 3;

    /// <summary>
    /// Different days on which they must have been published, at least 1. The days protect a story that an outlet ran
    /// several times.
    /// </summary>
    public int LeastDays
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastDays), value, "LeastDays must be at least 1.");
    } = 3;

    /// <summary>No furniture: texts are compared as they stand.</summary>
    public static FurnitureOptions None { get; } = new() { Phrases = PhraseTable.None, Learn = false, IsOff = true };

    /// <summary>Whether nothing is looked for at all.</summary>
    internal bool IsOff { get; private init; }
}
