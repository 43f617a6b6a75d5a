namespace Similarity;

/// <summary>Everything that a run measures between two articles, A and B, and what it amounts to.</summary>
/// <param name="Kind">What they are to each other; <see langword="null"/> for no match.</param>
/// <param name="Overlap">Exact overlap of the two texts; all zero where the two are not comparable.</param>
/// <param name="Passages">The passages they share, in the order of A; none of brief texts.</param>
/// <param name="ShingleResemblance">Jaccard similarity of the shingle sets, 0 to 1: what signatures estimate and bands find.</param>
/// <param name="EstimatedResemblance">What the signatures alone say; its standard error is sqrt(J(1−J)/k).</param>
/// <param name="CandidateProbability">Probability that the bands of a run bring together texts of this resemblance of shingles.</param>
/// <param name="SharedFingerprints">Passage fingerprints in common; two make a candidate, whatever the bands.</param>
/// <param name="A">What was compared of A.</param>
/// <param name="B">What was compared of B.</param>
public sealed record ArticleComparison(
    MatchKind? Kind,
    Overlap Overlap,
    IReadOnlyList<SharedPassage> Passages,
    double ShingleResemblance,
    double EstimatedResemblance,
    double CandidateProbability,
    int SharedFingerprints,
    ComparedSide A,
    ComparedSide B)
{
    /// <summary>
    /// Whether the two are texts of the same form; a headline and an article, or an article and nothing, are not compared; nor are templates.
    /// </summary>
    public bool Comparable => A.Form == B.Form && A.Form is (TextForm.Full or TextForm.Brief);

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
        if (sideA.Form != sideB.Form || sideA.Form is not (TextForm.Full or TextForm.Brief))
        {
            return new ArticleComparison(null, default, [], 0, 0, 0, 0, sideA, sideB);
        }
        var aligner = new PassageAligner();
        var overlap = first.Text.OverlapWith(second.Text, aligner);
        var shingleResemblance = new Overlap(first.Set.SharedWith(second.Set), first.Set.Count, second.Set.Count).Resemblance;
        return new ArticleComparison(
            first.Content == second.Content ? MatchKind.Identical : options.Rules.Classify(overlap, sideA.Form, sideB.Form, !a.Outlet.IsEmpty && a.Outlet.SequenceEqual(b.Outlet)),
            overlap,
            sideA.Form == TextForm.Brief ? [] : Locate(first.Text.PassagesWith(second.Text, aligner), first, second),
            shingleResemblance,
            MinHasher.EstimateResemblance(first.Signature, second.Signature),
            bands.CandidateProbability(shingleResemblance),
            SortedSets.IntersectionSize<uint>(first.Fingerprints, second.Fingerprints),
            sideA,
            sideB);
    }

    private static List<SharedPassage> Locate(ReadOnlySpan<Passage> passages, Sketch a, Sketch b)
    {
        var located = new List<SharedPassage>();
        foreach (var passage in passages)
        {
            located.Add(new SharedPassage(a.SpanOf(passage.StartA, passage.EndA), b.SpanOf(passage.StartB, passage.EndB), passage.Shared));
        }
        return located;
    }

    /// <summary>All that is computed of one article, kept whole.</summary>
    private sealed class Sketch
    {
        private readonly ComparedText _compared;

        public Sketch(ArticleBuffer article, FeatureOptions options)
        {
            _compared = new ComparedText(options);
            _compared.Read(article);
            Content = _compared.Content;
            if (_compared.Form is TextForm.Full or TextForm.Brief) new MinHasher(options.Permutations).Sign(_compared.ShinglesInOrder, Signature = new uint[options.Permutations]);
            Fingerprints = _compared.SelectFingerprints(options.FingerprintWindow).ToArray();
            Text.Set(_compared);
            _compared.FillSet(Set);
            Side = new ComparedSide(_compared.Form, _compared.Words.Length, Set.Count, Fingerprints.Length);
        }

        public UInt128 Content { get; }

        public uint[] Signature { get; } = [];

        public uint[] Fingerprints { get; }

        public ShingleSet Set { get; } = new();

        public PreparedText Text { get; } = new();

        public ComparedSide Side { get; }

        /// <summary>Where words stand in the body.</summary>
        public Range SpanOf(int start, int end) => _compared.PlaceInBody(_compared.Starts[start]).._compared.PlaceInBody(_compared.Ends[end - 1]);
    }
}
