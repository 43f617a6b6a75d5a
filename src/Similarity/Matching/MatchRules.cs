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
    /// Least containment of a <see cref="MatchKind.Derived"/> text that shares much with its source; above 0, below 1. What
    /// two texts quote may be a speech that both heard.
    /// </summary>
    public double DerivedInPassages
    {
        get;
        init => field = RequireShare(value, nameof(DerivedInPassages));
    } = 0.28;

    /// <summary>Least words that an excerpt or derived text shares with its source, so that a phrase or a disclaimer is no evidence.</summary>
    public int LeastWords { get; init; } = 30;

    /// <summary>Of those, least words outside quotations.</summary>
    public int LeastUnquotedWords { get; init; } = 15;

    /// <summary>Least words that a text derived in passages shares with its source.</summary>
    public int LeastWordsInPassages { get; init; } = 60;

    /// <summary>
    /// Most of the shared words that may stand in quotations, as a share, unless as many words as
    /// <see cref="LeastWordsInPassages"/> stand outside; above 0, below 1.
    /// </summary>
    public double MostQuoted
    {
        get;
        init => field = RequireShare(value, nameof(MostQuoted));
    } = 0.5;

    /// <summary>
    /// Most of the shared words that two articles of one outlet exchange for others, as a share; pages of a series differ in
    /// more names and figures than versions of one article do.
    /// </summary>
    public double MostExchanged
    {
        get;
        init => field = RequireShare(value, nameof(MostExchanged));
    } = 0.03;

    /// <summary>Least resemblance of brief texts, where few words carry the whole difference.</summary>
    public double Brief
    {
        get;
        init => field = RequireShare(value, nameof(Brief));
    } = 0.8;

    /// <summary>The least containment that any rule accepts.</summary>
    public double LeastContainment => LeastContainmentOf(MatchKind.Derived);

    /// <summary>The least containment of a match of a kind, or of a stricter one; resemblance is never above containment.</summary>
    public double LeastContainmentOf(MatchKind kind) => kind switch
    {
        MatchKind.Derived => Math.Min(Math.Min(Derived, DerivedInPassages), Math.Min(Excerpt, Reprint)),
        MatchKind.Excerpt => Math.Min(Excerpt, Reprint),
        _ => Reprint,
    };

    /// <summary>The kind of match between two articles whose words differ, or <see langword="null"/>.</summary>
    /// <param name="overlap">What they share.</param>
    /// <param name="isSameOutlet">Whether one outlet published both.</param>
    public MatchKind? Classify(Overlap overlap, bool isSameOutlet = false) => overlap switch
    {
        _ when isSameOutlet && overlap.Exchanged > MostExchanged * overlap.Shared => null,
        _ when overlap.Resemblance >= Reprint => MatchKind.Reprint,
        _ when overlap.Shared < LeastWords || overlap.Shared - overlap.Quoted < LeastUnquotedWords => null,
        _ when overlap.Containment >= Excerpt => MatchKind.Excerpt,
        _ when overlap.Containment >= Derived => MatchKind.Derived,
        _ when overlap.Containment >= DerivedInPassages && overlap.Shared >= LeastWordsInPassages && !IsQuotation(overlap) => MatchKind.Derived,
        _ => null,
    };

    /// <summary>The kind of match between two texts of the given forms whose words differ, or <see langword="null"/>.</summary>
    public MatchKind? Classify(Overlap overlap, TextForm a, TextForm b, bool isSameOutlet = false) => (a, b) switch
    {
        (TextForm.Full, TextForm.Full) => Classify(overlap, isSameOutlet),
        (TextForm.Brief, TextForm.Brief) when overlap.Resemblance >= Math.Max(Brief, Reprint) => MatchKind.Reprint,
        _ => null,
    };

    /// <summary>Whether what is shared is little else than what both quote.</summary>
    private bool IsQuotation(Overlap overlap) =>
        overlap.Quoted > MostQuoted * overlap.Shared && overlap.Shared - overlap.Quoted < LeastWordsInPassages;

    private static double RequireShare(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and below 1.");
}
