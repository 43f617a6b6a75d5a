namespace Similarity;

/// <summary>What two ranks are to each other, measured exactly on their texts. No pair becomes a match by an estimate.</summary>
/// <remarks>Thread-safe, with one verifier a thread.</remarks>
internal sealed class RankVerification(
    ArticleTable table, ArticleRanking ranking, IArticleTexts texts, FeatureOptions features, MatchRules rules)
{
    public PairVerifier CreateVerifier() => new(texts, features);

    /// <summary>The match between two ranks, or <see langword="null"/>.</summary>
    public RankedMatch? Verify(Candidate candidate, PairVerifier verifier)
    {
        int a = ranking[candidate.Smaller], b = ranking[candidate.Larger];
        var overlap = verifier.Measure(a, b);
        return rules.Classify(overlap, table[a].Form, table[b].Form) is { } kind
            ? new RankedMatch(candidate.Smaller, candidate.Larger, kind, overlap)
            : null;
    }
}
