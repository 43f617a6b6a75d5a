namespace Similarity;

/// <summary>Vectors of articles, and whose they are.</summary>
/// <remarks>Not thread-safe while articles are added; reading is.</remarks>
public sealed class EmbeddedArticles
{
    /// <summary>Articles that go to the embedder at a time.</summary>
    public const int DefaultBatch = 256;

    private readonly IArticleEmbedder _embedder;

    /// <summary>No vectors yet.</summary>
    public EmbeddedArticles(IArticleEmbedder embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        _embedder = embedder;
        Vectors = new VectorTable(embedder.Dimension);
    }

    /// <summary>What the vectors were made with.</summary>
    public string Fingerprint => _embedder.Fingerprint;

    /// <summary>A row an article, in the order in which they were added.</summary>
    public VectorTable Vectors { get; }

    /// <summary>Embeds articles, some at a time.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="batch">How many at a time, at least 1.</param>
    /// <param name="cancellation">Stops it between two batches, or within one where the embedder looks at it.</param>
    /// <exception cref="InvalidOperationException">The embedder did not give a vector an article.</exception>
    public async Task AddAsync(IEnumerable<Article> articles, int batch = DefaultBatch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        foreach (var some in articles.Chunk(batch))
        {
            cancellation.ThrowIfCancellationRequested();
            var before = Vectors.Count;
            await _embedder.EmbedAsync(some, Vectors, cancellation);
            if (Vectors.Count != before + some.Length) throw new InvalidOperationException($"{Fingerprint} gave {Vectors.Count - before} vectors for {some.Length} articles.");
        }
    }

    /// <summary>The cosine of an article here and one there.</summary>
    /// <exception cref="ArgumentException">The two were made by different embedders; the message names both.</exception>
    public double CosineWith(int article, EmbeddedArticles others, int other)
    {
        ArgumentNullException.ThrowIfNull(others);
        if (!string.Equals(Fingerprint, others.Fingerprint, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Vectors of {Fingerprint} and of {others.Fingerprint} cannot be compared.", nameof(others));
        }
        return Cosine.Similarity(Vectors[article], others.Vectors[other]);
    }
}
