namespace Similarity;

/// <summary>
/// What is computed of each text. Features made with different options are different things and are never compared.
/// </summary>
public sealed record FeatureOptions
{
    /// <summary>Words a shingle, 1 to 16. Four is rare enough in news to be evidence, and survives more edits than the usual five.</summary>
    public int ShingleWords
    {
        get;
        init => field = Require(value, 1, 16, nameof(ShingleWords));
    } = 4;

    /// <summary>Words a shingle of brief texts (see <see cref="BriefWords"/>), 1 to 16.</summary>
    public int BriefShingleWords
    {
        get;
        init => field = Require(value, 1, 16, nameof(BriefShingleWords));
    } = 2;

    /// <summary>
    /// A body of fewer words is a brief text: its title is part of it, and it is compared with other very short
    /// texts only, by shorter shingles. 0 to 1000.
    /// </summary>
    public int BriefWords
    {
        get;
        init => field = Require(value, 0, 1000, nameof(BriefWords));
    } = 25;

    /// <summary>Lanes of the MinHash signature, 16 to 4096.</summary>
    public int Permutations
    {
        get;
        init => field = Require(value, 16, 4096, nameof(Permutations));
    } = 128;

    /// <summary>
    /// Shingles a winnowing window, 1 to 256. Any run of <c>FingerprintWindow + ShingleWords − 1</c> words that two
    /// texts share gives them a fingerprint in common.
    /// </summary>
    public int FingerprintWindow
    {
        get;
        init => field = Require(value, 1, 256, nameof(FingerprintWindow));
    } = 11;

    /// <summary>
    /// Any run of so many words that two articles share makes them candidates, whatever their lengths: it gives them the two
    /// fingerprints that candidates need (Schleimer, Wilkerson and Aiken 2003). 25 by default.
    /// </summary>
    public int CandidateWords => (2 * FingerprintWindow) + ShingleWords - 1;

    /// <summary>What of a page is not text, and is left out.</summary>
    public FurnitureOptions Furniture { get; init; } = new();

    private static int Require(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
}
