using System.Collections.Concurrent;

namespace Similarity;

/// <summary>Verifiers that no thread uses at the moment, to be used again with the texts they remember.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class VerifierPool(ArticleTable table, IArticleTexts texts, FeatureOptions features)
{
    private readonly ConcurrentBag<PairVerifier> _idle = [];

    public PairVerifier Take() => _idle.TryTake(out var verifier) ? verifier : new PairVerifier(table, texts, features);

    public void Return(PairVerifier verifier) => _idle.Add(verifier);
}
