namespace Similarity;

/// <summary>Turns articles to vectors, whose cosines say how alike the articles are. A model in memory or a service somewhere.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IArticleEmbedder
{
    /// <summary>Floats a vector.</summary>
    int Dimension { get; }

    /// <summary>
    /// What tells vectors of this embedder from those of others: its model, and every setting that its vectors depend on. Vectors of different
    /// fingerprints are different things and are never compared.
    /// </summary>
    string Fingerprint { get; }

    /// <summary>Adds a row to <paramref name="rows"/> for each of the articles, in their order; zeros where there is nothing to embed.</summary>
    /// <remarks>What goes wrong is thrown, and no row is added; whether to try again is the caller's to decide.</remarks>
    ValueTask EmbedAsync(IReadOnlyList<Article> articles, VectorTable rows, CancellationToken cancellation = default);
}
