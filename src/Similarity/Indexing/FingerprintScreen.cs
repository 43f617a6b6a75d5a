namespace Similarity;

/// <summary>
/// Tells by their fingerprints which two texts cannot possibly match, before either is read. Fingerprints are a local sample of
/// the shingles: a shared passage shows the same share of both, less some at its edges and edits.
/// </summary>
/// <param name="table">The articles.</param>
/// <param name="leastContainment">The least containment of a match.</param>
internal sealed class FingerprintScreen(ArticleTable table, double leastContainment)
{
    /// <summary>A pair must share at least this part of the least containment in fingerprints.</summary>
    private const double Slack = 0.4;

    /// <summary>Fingerprints that two articles must at least share.</summary>
    public double LeastNeeded(int a, int b) => Slack * leastContainment * Math.Min(table[a].Fingerprints, table[b].Fingerprints);

    /// <summary>Fingerprints that two articles share.</summary>
    public int SharedBy(int a, int b) => SortedSets.IntersectionSize(table.FingerprintsOf(a), table.FingerprintsOf(b));

    /// <summary>Whether two articles that share so many fingerprints may match; brief texts, which have none, always may.</summary>
    public bool MayMatch(int a, int b, int shared) =>
        table[a].Form == table[b].Form && (table[a].Form == TextForm.Brief || shared >= LeastNeeded(a, b));

    /// <summary>Whether two articles may match.</summary>
    public bool MayMatch(int a, int b) =>
        table[a].Form == table[b].Form && (table[a].Form == TextForm.Brief || SharedBy(a, b) >= LeastNeeded(a, b));
}
