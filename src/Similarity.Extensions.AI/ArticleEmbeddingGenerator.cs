using Microsoft.Extensions.AI;

namespace Similarity.Extensions.AI;

/// <summary>Offers an embedder of articles to programs that take an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>; a text is the body of an article.</summary>
/// <remarks>Thread-safe. It has nothing to dispose of.</remarks>
public sealed class ArticleEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly IArticleEmbedder _embedder;
    private readonly EmbeddingGeneratorMetadata _metadata;

    /// <summary>A generator over an embedder.</summary>
    public ArticleEmbeddingGenerator(IArticleEmbedder embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        _embedder = embedder;
        _metadata = new EmbeddingGeneratorMetadata("similarity", providerUri: null, defaultModelId: embedder.Fingerprint, defaultModelDimensions: embedder.Dimension);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Another model or dimension is asked for than the embedder has.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.ModelId is { } model && model != _embedder.Fingerprint) throw new NotSupportedException($"The model is {_embedder.Fingerprint}; {model} was asked for.");
        if (options?.Dimensions is { } dimensions && dimensions != _embedder.Dimension) throw new NotSupportedException($"Vectors have {_embedder.Dimension} dimensions; {dimensions} were asked for.");
        Article[] articles = [.. values.Select(text => new Article("", text))];
        var rows = new VectorTable(_embedder.Dimension);
        await _embedder.EmbedAsync(articles, rows, cancellationToken);
        return [.. Enumerable.Range(0, rows.Count).Select(row => new Embedding<float>(rows[row].ToArray()) { ModelId = _embedder.Fingerprint })];
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(_embedder) ? _embedder
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The embedder belongs to the caller.
    }
}
