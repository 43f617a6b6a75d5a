namespace Similarity;

/// <summary>
/// Decides what an overlap amounts to. The kinds are tried from strict to loose; what satisfies none is no match.
/// </summary>
public sealed record MatchRules
{
    /// <summary>Least resemblance of a <see cref="MatchKind.Reprint"/>; above 0, below 1.</summary>
    public double Reprint
    {
        get;
        init => field = RequireShare(value, nameof(Reprint));
    } = 0.5;

    /// <summary>Least containment of an <see cref="MatchKind.Excerpt"/>; above 0, below 1.</summary>
    public double Excerpt
    {
        get;
        init => field = RequireShare(value, nameof(Excerpt));
    } = 0.7;

    /// <summary>Least containment of a <see cref="MatchKind.Derived"/> text; above 0, below 1.</summary>
    public double Derived
    {
        get;
        init => field = RequireShare(value, nameof(Derived));
    } = 0.5;

    /// <summary>
    /// Least containment of a <see cref="MatchKind.Derived"/> text that shares several passages with its source; above 0,
    /// below 1. One passage alone, however long, may be a speech that both quote.
    /// </summary>
    public double DerivedInPassages
    {
        get;
        init => field = RequireShare(value, nameof(DerivedInPassages));
    } = 0.25;

    /// <summary>Least words that an excerpt or derived text shares with its source, so that a phrase or a disclaimer is no evidence.</summary>
    public int LeastWords { get; init; } = 30;

    /// <summary>Least words that a text derived in passages shares with its source.</summary>
    public int LeastWordsInPassages { get; init; } = 80;

    /// <summary>Of those, least words outside the longest passage.</summary>
    public int LeastWordsBesideLongest { get; init; } = 40;

    /// <summary>Least passages of a text derived in passages.</summary>
    public int LeastPassages { get; init; } = 2;

    /// <summary>Least resemblance of brief texts, where few words carry the whole difference.</summary>
    public double Brief
    {
        get;
        init => field = RequireShare(value, nameof(Brief));
    } = 0.8;

    /// <summary>The least containment that any rule accepts; resemblance is never above containment.</summary>
    public double LeastContainment => Math.Min(Math.Min(Derived, DerivedInPassages), Math.Min(Excerpt, Reprint));

    /// <summary>The kind of match between two ordinary texts whose words differ, or <see langword="null"/>.</summary>
    public MatchKind? Classify(Overlap overlap) => overlap switch
    {
        _ when overlap.Resemblance >= Reprint => MatchKind.Reprint,
        _ when overlap.Containment >= Excerpt && overlap.Shared >= LeastWords => MatchKind.Excerpt,
        _ when overlap.Containment >= Derived && overlap.Shared >= LeastWords => MatchKind.Derived,
        _ when IsDerivedInPassages(overlap) => MatchKind.Derived,
        _ => null,
    };

    /// <summary>The kind of match between two texts of the given forms whose words differ, or <see langword="null"/>.</summary>
    public MatchKind? Classify(Overlap overlap, TextForm a, TextForm b) => (a, b) switch
    {
        (TextForm.Full, TextForm.Full) => Classify(overlap),
        (TextForm.Brief, TextForm.Brief) when overlap.Resemblance >= Math.Max(Brief, Reprint) => MatchKind.Reprint,
        _ => null,
    };

    private bool IsDerivedInPassages(Overlap overlap) =>
        overlap.Containment >= DerivedInPassages
        && overlap.Shared >= LeastWordsInPassages
        && overlap.Shared - overlap.Longest >= LeastWordsBesideLongest
        && overlap.Passages >= LeastPassages;

    private static double RequireShare(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and below 1.");
}
