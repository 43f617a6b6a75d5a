namespace Similarity;

/// <summary>Everything that a run measures between two articles, A and B, and what it amounts to.</summary>
/// <param name="Kind">What they are to each other; <see langword="null"/> for no match.</param>
/// <param name="Overlap">Exact overlap of the shingle sets; all zero where the two are not comparable.</param>
/// <param name="EstimatedResemblance">What the signatures alone say; its standard error is sqrt(J(1−J)/k).</param>
/// <param name="CandidateProbability">Probability that the bands of a run bring together texts of this resemblance.</param>
/// <param name="SharedFingerprints">Passage fingerprints in common; two make a candidate, whatever the bands.</param>
/// <param name="A">What was compared of A.</param>
/// <param name="B">What was compared of B.</param>
public sealed record ArticleComparison(
    MatchKind? Kind,
    Overlap Overlap,
    double EstimatedResemblance,
    double CandidateProbability,
    int SharedFingerprints,
    ComparedSide A,
    ComparedSide B)
{
    /// <summary>
    /// Whether the two are texts of the same form; a headline and an article, or an article and nothing, are not compared.
    /// </summary>
    public bool Comparable => A.Form == B.Form && A.Form != TextForm.Empty;

    /// <summary>Compares two articles exactly as a run with these options does.</summary>
    public static ArticleComparison Of(Article a, Article b, DeduplicationOptions? options = null)
    {
        var (first, second) = (new ArticleBuffer(), new ArticleBuffer());
        first.Set(a);
        second.Set(b);
        return Of(first, second, options);
    }

    /// <inheritdoc cref="Of(Article, Article, DeduplicationOptions?)"/>
    public static ArticleComparison Of(ArticleBuffer a, ArticleBuffer b, DeduplicationOptions? options = null)
    {
        options ??= new DeduplicationOptions();
        var bands = BandLayout.Choose(options.Features.Permutations, options.Rules.Reprint, options.MissCost);
        var (first, second) = (new Sketch(a, options.Features), new Sketch(b, options.Features));
        var (sideA, sideB) = (first.Side, second.Side);
        if (sideA.Form != sideB.Form || sideA.Form == TextForm.Empty)
        {
            return new ArticleComparison(null, default, 0, 0, 0, sideA, sideB);
        }
        var overlap = new Overlap(first.Set.SharedWith(second.Set), first.Set.Count, second.Set.Count);
        return new ArticleComparison(
            first.Content == second.Content ? MatchKind.Identical : options.Rules.Classify(overlap, sideA.Form, sideB.Form),
            overlap,
            MinHasher.EstimateResemblance(first.Signature, second.Signature),
            bands.CandidateProbability(overlap.Resemblance),
            SortedSets.IntersectionSize<uint>(first.Fingerprints, second.Fingerprints),
            sideA,
            sideB);
    }

    /// <summary>All that is computed of one article, kept whole.</summary>
    private sealed class Sketch
    {
        public Sketch(ArticleBuffer article, FeatureOptions options)
        {
            var text = new ComparedText(options);
            text.Read(article);
            Content = text.Content;
            if (text.Form != TextForm.Empty) new MinHasher(options.Permutations).Sign(text.ShinglesInOrder, Signature = new uint[options.Permutations]);
            Fingerprints = text.SelectFingerprints(options.FingerprintWindow).ToArray();
            text.FillSet(Set);
            Side = new ComparedSide(text.Form, text.Words.Length, Set.Count, Fingerprints.Length);
        }

        public UInt128 Content { get; }

        public uint[] Signature { get; } = [];

        public uint[] Fingerprints { get; }

        public ShingleSet Set { get; } = new();

        public ComparedSide Side { get; }
    }
}
