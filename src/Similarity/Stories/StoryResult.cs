namespace Similarity;

/// <summary>
/// Which articles tell the same story, with the evidence, by article index in input order. What was measured is kept, so that another
/// threshold costs no further look at the texts.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StoryResult
{
    private readonly StoryMeasure _measure;
    private readonly List<StoryEdge> _edges;
    private readonly double _floor;
    private readonly StoryOptions _options;
    private readonly int[] _storyOf;
    private readonly Dictionary<int, StoryEvidence> _evidence = [];
    private readonly Dictionary<int, int> _textOf;

    internal StoryResult(DeduplicationResult articles, StoryMeasure measure, List<StoryEdge> edges, double floor, StoryOptions options, CancellationToken cancellation)
    {
        Articles = articles;
        _measure = measure;
        _edges = edges;
        _floor = floor;
        _options = options;
        _textOf = measure.Texts.Index().ToDictionary(text => text.Item.Article, text => text.Index);
        _storyOf = new int[articles.Count];
        Array.Fill(_storyOf, -1);

        var stories = new List<Story>();
        var builder = new StoryBuilder(articles, measure, edges);
        foreach (var texts in StoryPartition.Of(measure, edges, options, cancellation))
        {
            if (builder.Build(texts, _evidence) is not { } story) continue;
            foreach (var article in story.Articles) _storyOf[article] = stories.Count;
            stories.Add(story);
        }
        Stories = stories;
    }

    /// <summary>The articles and their text groups.</summary>
    public DeduplicationResult Articles { get; }

    /// <summary>How the stories were found.</summary>
    public StoryOptions Options => _options;

    /// <summary>Stories of two or more articles, in input order of their first texts.</summary>
    public IReadOnlyList<Story> Stories { get; }

    /// <summary>Pairs of texts that were found close enough to keep.</summary>
    public int Pairs => _edges.Count;

    /// <summary>The article's story, or <see langword="null"/> where nobody else tells it.</summary>
    public Story? StoryOf(int article) => _storyOf[article] < 0 ? null : Stories[_storyOf[article]];

    /// <summary>
    /// Why the article is in its story; <see langword="null"/> where it stands alone, or is a copy that is there because the article it
    /// copies is (<see cref="DeduplicationResult.RemovalOf"/>), or tells it in one text with all others.
    /// </summary>
    public StoryEvidence? EvidenceOf(int article) => _evidence.GetValueOrDefault(article);

    /// <summary>
    /// How close two articles are, in one story or not: by the texts that stand for them; <see langword="null"/> where one has no words, or both
    /// are one text. <see cref="StoryEvidence.MeanCloseness"/> is of a story, and here no number.
    /// </summary>
    public StoryEvidence? EvidenceBetween(int article, int other)
    {
        var (a, b) = (TextOf(article), TextOf(other));
        return a < 0 || b < 0 || a == b ? null : StoryBuilder.EvidenceOf(_measure, a, b, meanCloseness: double.NaN);
    }

    /// <summary>
    /// The pairs of articles that were found close enough to keep, by the texts that stand for them, in order of their texts. Pairs of one text group are
    /// not among them: these are one story whatever their closeness.
    /// </summary>
    public IEnumerable<(int Article, int Other, double Closeness)> ClosePairs() =>
        from edge in _edges
        let a = _measure.Texts[edge.A]
        let b = _measure.Texts[edge.B]
        where a.Group < 0 || a.Group != b.Group
        select (a.Article, b.Article, (double)edge.Closeness);

    /// <summary>The stories at another threshold, of what has been measured.</summary>
    /// <param name="threshold">As <see cref="StoryOptions.Threshold"/>; pairs far below the first threshold were not kept.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was kept.</exception>
    public StoryResult At(double threshold, CancellationToken cancellation = default)
    {
        // A difference of two thresholds is not always the number that it was made from.
        if (threshold < _floor - 1e-9) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, FormattableString.Invariant($"Pairs are known from {_floor} on."));
        return new StoryResult(Articles, _measure, _edges, _floor, _options with { Threshold = threshold }, cancellation);
    }

    /// <summary>What the texts were measured with.</summary>
    internal StoryMeasure Measure => _measure;

    /// <summary>The pairs that were kept, in order of their texts.</summary>
    internal IReadOnlyList<StoryEdge> Edges => _edges;

    /// <summary>The least closeness of these.</summary>
    internal double Floor => _floor;

    /// <summary>The text of an article, or that of the article it is a copy of; −1 for none.</summary>
    private int TextOf(int article)
    {
        var kept = Articles.RemovalOf(article) is { } copy ? copy.Other : article;
        return _textOf.GetValueOrDefault(kept, _textOf.GetValueOrDefault(Articles.GroupOf(kept)?.Canonical ?? kept, -1));
    }
}
