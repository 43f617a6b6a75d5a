namespace Similarity;

/// <summary>
/// Tells by their fingerprints which two texts cannot possibly match, before either is read. Fingerprints are a local sample of
/// the shingles: a shared passage shows the same share of both, less some at its edges and edits.
/// </summary>
/// <param name="articles">The features of the articles.</param>
/// <param name="leastContainment">The least containment of a match.</param>
internal sealed class FingerprintScreen(IArticleFeatures articles, double leastContainment)
{
    /// <summary>A pair must share at least this part of the least containment in fingerprints.</summary>
    private const double Slack = 0.4;

    /// <summary>Fingerprints that two articles must at least share.</summary>
    public double LeastNeeded(int a, int b) => Slack * leastContainment * Math.Min(articles[a].Fingerprints, articles[b].Fingerprints);

    /// <summary>Fingerprints that two articles share.</summary>
    public int SharedBy(int a, int b) => SortedSets.IntersectionSize(articles.FingerprintsOf(a), articles.FingerprintsOf(b));

    /// <summary>Whether two articles that share so many fingerprints may match; brief texts, which have none, always may.</summary>
    public bool MayMatch(int a, int b, int shared) =>
        articles[a].Form == articles[b].Form && (articles[a].Form == TextForm.Brief || shared >= LeastNeeded(a, b));

    /// <summary>Whether two articles may match.</summary>
    public bool MayMatch(int a, int b) =>
        articles[a].Form == articles[b].Form && (articles[a].Form == TextForm.Brief || SharedBy(a, b) >= LeastNeeded(a, b));
}
