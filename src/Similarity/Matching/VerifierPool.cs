using System.Collections.Concurrent;

namespace Similarity;

/// <summary>Verifiers that no thread uses at the moment, to be used again with the texts they remember.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class VerifierPool(IArticleFeatures table, IArticleTexts texts, FeatureOptions features, MeasuredPairs? measured = null)
{
    private readonly ConcurrentBag<PairVerifier> _idle = [];

    public PairVerifier Take() => _idle.TryTake(out var verifier) ? verifier : new PairVerifier(table, texts, features, measured);

    public void Return(PairVerifier verifier) => _idle.Add(verifier);
}
