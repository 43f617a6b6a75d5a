namespace Similarity;

/// <summary>
/// Measures the exact overlap of two texts by reading them again. Keeps the shingle sets read last, because candidates
/// come sorted: the preferred text of a group stays the same over many pairs.
/// </summary>
/// <remarks>Not thread-safe: one verifier a thread. Memory is bounded, whatever the texts.</remarks>
internal sealed class PairVerifier(IArticleTexts texts, FeatureOptions options)
{
    private const int Slots = 1024;

    /// <summary>Shingles kept in all slots together, 8 bytes each.</summary>
    private const int Budget = 4 << 20;

    private readonly (int Article, ShingleSet? Set)[] _kept = new (int, ShingleSet?)[Slots];
    private readonly ArticleBuffer _buffer = new();
    private readonly ComparedText _text = new(options);
    private long _keptShingles;

    /// <summary>The overlap of two articles, A and B, given by index.</summary>
    public Overlap Measure(int a, int b)
    {
        var setA = SetOf(a);
        var setB = SetOf(b);
        return new Overlap(setA.SharedWith(setB), setA.Count, setB.Count);
    }

    private ShingleSet SetOf(int article)
    {
        ref var slot = ref _kept[article & (Slots - 1)];
        if (slot.Set is { } kept && slot.Article == article) return kept;

        texts.Read(article, _buffer);
        _text.Read(_buffer);
        var set = _text.ToShingleSet();
        _keptShingles += set.Count - (slot.Set?.Count ?? 0);
        if (_keptShingles > Budget)
        {
            Array.Clear(_kept);
            _keptShingles = set.Count;
        }
        slot = (article, set);
        return set;
    }
}
