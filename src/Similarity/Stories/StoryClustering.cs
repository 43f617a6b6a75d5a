namespace Similarity;

/// <summary>
/// The second level of a run: which texts tell the same story. Its way: the terms of every text that is no copy, their weights, the level of
/// each text's neighbourhood, candidates, closeness, average linkage, and a second look at large stories by their names.
/// </summary>
public static class StoryClustering
{
    /// <summary>Finds text groups and stories of articles that are in memory.</summary>
    public static StoryResult Run(
        IReadOnlyList<Article> articles, DeduplicationOptions? deduplication = null, StoryOptions? stories = null, CancellationToken cancellation = default) =>
        Run(Deduplication.Run(articles, deduplication, cancellation), new ArticleList(articles), stories, embedded: null, progress: null, cancellation);

    /// <summary>Finds the stories of a run that has found the text groups.</summary>
    /// <param name="articles">What that run found.</param>
    /// <param name="texts">Gives the articles again, as they were then.</param>
    /// <param name="options">How stories are found.</param>
    /// <param name="embedded">A vector an article, which bring further candidates: articles that tell one event without a word in common.</param>
    /// <param name="progress">Told how many texts of how many have been read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static StoryResult Run(
        DeduplicationResult articles, IArticleTexts texts, StoryOptions? options = null, VectorTable? embedded = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new StoryOptions();
        if (embedded is not null && embedded.Count != articles.Count) throw new ArgumentException($"There are {embedded.Count} vectors and {articles.Count} articles.", nameof(embedded));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        var chosen = StoryTexts.Of(articles);
        var terms = articles.ReadTerms(texts, chosen.ConvertAll(text => text.Article).ToArray(), parallel, done => progress?.Invoke(done, chosen.Count));
        var vectors = new CollectedTermVectors(terms, BackgroundFrequencies.Default);
        var measure = new StoryMeasure(vectors, Neighbourhood.LevelsOf(vectors, parallel), chosen, options, embedded);
        return new StoryResult(articles, measure, new StoryCandidates(measure, options.Floor, embedded).Find(parallel), options.Floor, options, cancellation);
    }
}
