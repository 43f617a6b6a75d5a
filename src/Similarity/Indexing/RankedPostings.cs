namespace Similarity;

/// <summary>The postings of a run, whose texts are known by their ranks.</summary>
internal sealed class RankedPostings(ArticleRanking ranking, BandIndex bands, FingerprintIndex fingerprints) : ITextPostings
{
    /// <inheritdoc/>
    public ReadOnlySpan<int> InBand(int band, uint key) => bands[band, key];

    /// <inheritdoc/>
    public ReadOnlySpan<int> WithFingerprint(uint fingerprint) => fingerprints[fingerprint];

    /// <inheritdoc/>
    public int ArticleOf(int text) => ranking[text];
}
