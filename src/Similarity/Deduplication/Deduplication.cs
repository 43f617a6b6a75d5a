namespace Similarity;

/// <summary>
/// A deduplication run: articles go in, text groups with their evidence come out. For articles in memory, one call of
/// <see cref="Run(IReadOnlyList{Article}, DeduplicationOptions?, CancellationToken)"/>; for more than fits, a <see cref="FurnitureLearner"/> over all of them first, then one
/// <see cref="FeatureExtractor"/> a thread, batches added in input order, and <see cref="Complete"/> with a way to read the
/// texts of candidates again.
/// </summary>
/// <remarks>
/// <see cref="CreateExtractor"/> is thread-safe, the rest is not. The same articles in the same order with the same
/// options give the same result, whatever the threads.
/// </remarks>
public sealed class Deduplication
{
    private readonly DeduplicationOptions _options;
    private readonly BandLayout _bands;
    private readonly ArticleTable _table;

    /// <summary>Starts a run.</summary>
    public Deduplication(DeduplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _bands = BandLayout.Choose(options.Features.Permutations, options.Rules.Reprint, options.MissCost);
        _table = new ArticleTable(_bands.Bands);
    }

    /// <summary>Articles added so far.</summary>
    public int Count => _table.Count;

    /// <summary>Finds the text groups of articles that are in memory.</summary>
    public static DeduplicationResult Run(
        IReadOnlyList<Article> articles, DeduplicationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        options ??= new DeduplicationOptions();
        if (options.Features.Furniture.Learn) options = options.Knowing(LearnFurniture(articles, options.Features.Furniture, cancellation));
        return new Deduplication(options).Run(new ArticleList(articles), articles.Count, progress: null, cancellation);
    }

    /// <summary>Adds articles that can be read by their index, on all threads, and completes the run.</summary>
    /// <param name="texts">Gives the articles, here and when those of candidates are read again.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops the run.</param>
    public DeduplicationResult Run(IArticleTexts texts, int count, IProgress<DeduplicationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        new FeaturePass(this, texts).Add(count, parallel, done => progress?.Report(new(DeduplicationStage.Features, done, count)));
        return Complete(texts, progress, cancellation);
    }

    /// <summary>Learns what each outlet repeats across <paramref name="articles"/>, in their order.</summary>
    public static LearntFurniture LearnFurniture(IEnumerable<Article> articles, FurnitureOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var learner = new FurnitureLearner(options);
        var buffer = new ArticleBuffer();
        var batch = new UnitBatch();
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            buffer.Set(article);
            batch.Add(buffer);
            learner.Add(batch);
            batch.Clear();
        }
        return learner.Learnt();
    }

    /// <summary>An extractor for one thread, whose batches this run takes.</summary>
    public FeatureExtractor CreateExtractor() => new(_options.Features, _bands);

    /// <summary>Takes the articles of <paramref name="batch"/>, which come after all that were added before.</summary>
    public void Add(FeatureBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _table.Add(batch);
    }

    /// <summary>Finds candidates, verifies them on their texts, and groups the matches.</summary>
    public DeduplicationResult Complete(
        IArticleTexts texts, IProgress<DeduplicationProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        progress?.Report(new(DeduplicationStage.Candidates, 0, 0));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        var ranking = ArticleRanking.Create(_table, _options.Keep, _options.PreferredOutlets);
        var candidates = new CandidateSearch(_table, ranking, _bands.Bands, _options.Rules.LeastContainment, tellsSeries: !_options.Features.Furniture.IsOff).Find(parallel);
        _table.ForgetBandKeys();

        var grouped = new TextGrouping(_table, ranking, texts, _options.Features, _options.Rules, _options.Loosest, prefersNewestVersion: _options.Keep == KeepOrder.Earliest).Group(candidates, parallel, Report);
        _table.ForgetFingerprints();
        return new DeduplicationResult(_table, _options, _bands, grouped.Verified, ToGroups(ranking, grouped));

        void Report(int done, int total) => progress?.Report(new(DeduplicationStage.Grouping, done, total));
    }

    /// <summary>From ranks, of which there is one a distinct text, back to articles.</summary>
    private List<TextGroup> ToGroups(ArticleRanking ranking, GroupedTexts grouped)
    {
        var members = new Dictionary<int, List<Match>>();
        for (var article = 0; article < _table.Count; article++)
        {
            var representative = ranking.RepresentativeOf[article];
            if (representative < 0) continue;
            var rank = ranking.Ranks[representative];
            var canonical = ranking[grouped.CanonicalOf[rank]];
            if (article == canonical) continue;
            var match = grouped.Removals[rank] is { } removal ? ToMatch(removal, isRemoval: true)
                : article != representative ? new Match(article, representative, MatchKind.Identical, WholeOf(_table[article], _options.Features), IsRemoval: true)
                : ToMatch(grouped.Relations[rank]!, isRemoval: false);
            if (!members.TryGetValue(canonical, out var group)) members[canonical] = group = [];
            group.Add(match);

            Match ToMatch(RankedMatch match, bool isRemoval) =>
                new(article, ranking[match.OtherOf(rank)], match.Kind, match.SeenFrom(rank), isRemoval);
        }
        return [.. members.OrderBy(group => group.Key).Select(group => new TextGroup(NameOf(group.Key), group.Key, group.Value))];
    }

    /// <summary>Identical texts share every word, or every shingle.</summary>
    internal static Overlap WholeOf(in ArticleRow row, FeatureOptions features)
    {
        if (row.Form != TextForm.Brief) return new Overlap(row.Words, row.Words, row.Words) { Passages = 1 };
        var count = Shingles.CountFor(row.Words, features.BriefShingleWords);
        return new Overlap(count, count, count);
    }

    private string NameOf(int canonical) => TextGroup.NameOf(_table.IdOf(canonical), _table[canonical].Content);
}
