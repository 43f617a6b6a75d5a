namespace Similarity;

/// <summary>
/// Measures the exact overlap of two texts by reading them again. Keeps the shingle sets read last, because candidates
/// come sorted: the preferred text of a group stays the same over many pairs.
/// </summary>
/// <remarks>Not thread-safe: one verifier a thread. Memory is bounded, whatever the texts; warm, it allocates nothing.</remarks>
internal sealed class PairVerifier(IArticleTexts texts, FeatureOptions options)
{
    /// <summary>
    /// Sets kept: one a slot, by the article's index. Few, because what comes up again does so soon, and sets that live
    /// long cost the collector more than reading them again.
    /// </summary>
    private const int Slots = 1 << 8;

    /// <summary>Shingles that the kept sets have room for together, 8 bytes each; beyond it all are dropped.</summary>
    private const int Budget = 2 << 20;

    private readonly (int Article, ShingleSet? Set)[] _kept = new (int, ShingleSet?)[Slots];
    private readonly ArticleBuffer _buffer = new();
    private readonly ComparedText _text = new(options);
    private long _room;

    /// <summary>The overlap of two articles, A and B, given by index.</summary>
    public Overlap Measure(int a, int b)
    {
        var setA = SetOf(a);
        // Two articles of the same slot must not share the set.
        var setB = ((a ^ b) & (Slots - 1)) == 0 && a != b ? Read(b, new ShingleSet()) : SetOf(b);
        return new Overlap(setA.SharedWith(setB), setA.Count, setB.Count);
    }

    private ShingleSet SetOf(int article)
    {
        ref var slot = ref _kept[article & (Slots - 1)];
        if (slot.Set is not null && slot.Article == article) return slot.Set;

        var set = slot.Set ?? new ShingleSet();
        _room -= set.Capacity;
        slot = (article, Read(article, set));
        _room += set.Capacity;
        if (_room > Budget)
        {
            Array.Clear(_kept);
            _room = 0;
        }
        return set;
    }

    private ShingleSet Read(int article, ShingleSet set)
    {
        texts.Read(article, _buffer);
        _text.Read(_buffer);
        _text.FillSet(set);
        return set;
    }
}
