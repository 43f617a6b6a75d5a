namespace Similarity.Benchmarks;

/// <summary>Labelled articles, the texts that stories are made of, and how well the stories that are found agree with the labels.</summary>
internal sealed class StoryTrial
{
    private static readonly int Threads = Environment.ProcessorCount;

    private readonly LoadedArticles _articles;
    private readonly string[] _truth;
    private readonly int[] _labelled;
    private readonly Dictionary<int, string> _labelOf;
    private readonly DeduplicationResult _texts;

    public StoryTrial(string[] files, ArticleParts parts)
    {
        _articles = new LoadedArticles(files) { Parts = parts };
        var labels = StoryLabels.Read(files);
        _truth = [.. labels.Values];
        _labelled = [.. labels.Keys.Select(_articles.Find)];
        _labelOf = _labelled.Zip(_truth).ToDictionary(label => label.First, label => label.Second);
        _texts = _articles.Deduplicate(new DeduplicationOptions { Threads = Threads });
    }

    /// <summary>The label of an article; <see langword="null"/> where it has none.</summary>
    public string? LabelOf(int article) => _labelOf.GetValueOrDefault(article);

    /// <summary>The stories, with everything that is decided by.</summary>
    public StoryResult Find(StoryOptions options, IArticleEmbedder? embedder = null) =>
        StoryClustering.Run(_texts, _articles, options with { Threads = Threads }, embedder is null ? null : Embed(embedder));

    /// <summary>How well stories agree with the labels, and how far B-cubed F1 depends on which are labelled.</summary>
    public (ClusteringAgreement Agreement, AgreementInterval Interval) Judge(StoryResult found)
    {
        string[] names = [.. _labelled.Select(article => found.StoryOf(article)?.Id ?? $"alone-{article}")];
        return (ClusteringAgreement.Of(_truth, names), AgreementInterval.Of(_truth, names));
    }

    /// <summary>What average linkage of plain TF-IDF cosines finds at each threshold: no neighbourhoods, dates, outlets or second look.</summary>
    public IEnumerable<(double Threshold, ClusteringAgreement Agreement, AgreementInterval Interval)> Plain(IEnumerable<double> thresholds)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Threads };
        var options = new StoryOptions { DayPenalty = 0, OutletPenalty = 0, SplitsByNames = false, Threads = Threads };
        var texts = StoryTexts.Of(_texts);
        var vectors = new CollectedTermVectors(_texts.ReadTerms(_articles, texts.ConvertAll(text => text.Article).ToArray(), parallel, _ => { }), BackgroundFrequencies.Default);
        var measure = new StoryMeasure(vectors, [.. new float[texts.Count]], texts, options);
        var edges = new StoryCandidates(measure, thresholds.Min()).Find(parallel);
        foreach (var threshold in thresholds)
        {
            var (agreement, interval) = Judge(new StoryResult(_texts, measure, edges, thresholds.Min(), options with { Threshold = threshold }, default));
            yield return (threshold, agreement, interval);
        }
    }

    private VectorTable Embed(IArticleEmbedder embedder)
    {
        var vectors = new VectorTable(embedder.Dimension);
        var buffer = new ArticleBuffer();
        for (var article = 0; article < _articles.Count; article++)
        {
            _articles.Read(article, buffer);
            embedder.EmbedAsync([new Article("", Text(buffer.Body)) { Title = Text(buffer.Title) }], vectors).AsTask().GetAwaiter().GetResult();
        }
        return vectors;

        static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
    }
}
