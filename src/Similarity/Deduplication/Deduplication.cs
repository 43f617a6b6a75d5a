using System.IO.Hashing;

namespace Similarity;

/// <summary>
/// A deduplication run: articles go in, text groups with their evidence come out. For articles in memory, one call of
/// <see cref="Run"/>; for more than fits, one <see cref="FeatureExtractor"/> a thread, batches added in input order,
/// and <see cref="Complete"/> with a way to read the texts of candidates again.
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
        var run = new Deduplication(options ?? new DeduplicationOptions());
        var extractor = run.CreateExtractor();
        var buffer = new ArticleBuffer();
        var batch = new FeatureBatch();
        foreach (var article in articles)
        {
            cancellation.ThrowIfCancellationRequested();
            buffer.Set(article);
            extractor.Extract(buffer, batch);
            run.Add(batch);
            batch.Clear();
        }
        return run.Complete(new ArticleList(articles), progress: null, cancellation);
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
        var candidates = new CandidateSearch(_table, ranking, _bands.Bands, _options.Rules.LeastContainment).Find(parallel);

        var verification = new RankVerification(_table, ranking, texts, _options.Features, _options.Rules);
        var grouping = new StarGrouping(verification, _options.Loosest);
        var best = grouping.Group(ranking.Count, candidates, parallel, Report);
        return new DeduplicationResult(_table, _bands, grouping.Verified, ToGroups(ranking, grouping, best));

        void Report(int done, int total) => progress?.Report(new(DeduplicationStage.Grouping, done, total));
    }

    /// <summary>From ranks, of which there is one a distinct text, back to articles.</summary>
    private List<TextGroup> ToGroups(ArticleRanking ranking, StarGrouping grouping, RankedMatch?[] best)
    {
        var members = new Dictionary<int, List<Match>>();
        for (var article = 0; article < _table.Count; article++)
        {
            var representative = ranking.RepresentativeOf[article];
            if (representative < 0) continue;
            var match = best[ranking.Ranks[representative]];
            if (grouping.Joins(match))
            {
                MembersOf(ranking[match.Smaller]).Add(ToMatch(article, match));
            }
            else if (article != representative)
            {
                MembersOf(representative).Add(new Match(article, representative, MatchKind.Identical, WholeOf(article)));
            }
            else if (match is not null)
            {
                _ = MembersOf(article);
            }
        }
        return
        [
            .. members.OrderBy(group => group.Key).Select(group => new TextGroup(
                NameOf(group.Key),
                group.Key,
                group.Value,
                best[ranking.Ranks[group.Key]] is { } derived ? ToMatch(group.Key, derived) : null)),
        ];

        List<Match> MembersOf(int canonical) =>
            members.TryGetValue(canonical, out var list) ? list : members[canonical] = [];

        Match ToMatch(int article, RankedMatch match) =>
            new(article, ranking[match.Smaller], match.Kind, match.Overlap.Reversed());
    }

    /// <summary>Identical texts share every shingle; how many there are follows from the words.</summary>
    private Overlap WholeOf(int article)
    {
        ref readonly var row = ref _table[article];
        var width = row.Form == TextForm.Brief ? _options.Features.BriefShingleWords : _options.Features.ShingleWords;
        var count = Shingles.CountFor(row.Words, width);
        return new Overlap(count, count, count);
    }

    private string NameOf(int canonical)
    {
        var content = _table[canonical].Content;
        var hash = XxHash3.HashToUInt64(_table.IdOf(canonical), unchecked((long)(ulong)content));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"g-{hash:x16}");
    }
}
