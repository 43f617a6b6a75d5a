using Microsoft.Extensions.AI;

namespace Similarity.Extensions.AI;

/// <summary>
/// Embeds articles by whatever implements <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>: a local model, or a service. An article is given
/// as its title, an empty line, and its body.
/// </summary>
/// <remarks>
/// Articles without text are not sent, and get zeros. What the generator throws is passed on; wrap the generator to try again. It belongs to
/// the caller, who disposes of it. Thread-safe where the generator is.
/// </remarks>
public sealed class GeneratorEmbedder : IArticleEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly EmbeddingGenerationOptions? _options;

    /// <summary>An embedder over a generator.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="dimension">Floats a vector that it gives.</param>
    /// <param name="options">What it is asked for with each call.</param>
    /// <param name="fingerprint">What tells its vectors from others; by default the provider and model that its metadata name, and the dimension.</param>
    /// <exception cref="ArgumentException">Neither the metadata nor the caller says which model it is.</exception>
    public GeneratorEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, int dimension, EmbeddingGenerationOptions? options = null, string? fingerprint = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (dimension is < 1 or > VectorTable.MaxDimension) throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"A vector has from 1 to {VectorTable.MaxDimension} dimensions.");
        (_generator, Dimension, _options) = (generator, dimension, options);
        Fingerprint = fingerprint ?? FingerprintOf(generator, dimension, options);
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The generator gave another number of vectors, or vectors of another length.</exception>
    public async ValueTask EmbedAsync(IReadOnlyList<Article> articles, VectorTable rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(rows);
        var texts = articles.Select(TextOf).ToList();
        var asked = texts.FindAll(text => text.Length > 0);
        var given = asked.Count == 0 ? [] : await _generator.GenerateAsync(asked, _options, cancellation);
        if (given.Count != asked.Count) throw new InvalidOperationException($"{Fingerprint} gave {given.Count} vectors for {asked.Count} texts.");
        foreach (var vector in given)
        {
            if (vector.Vector.Length != Dimension) throw new InvalidOperationException($"{Fingerprint} gave a vector of {vector.Vector.Length} floats; {Dimension} are expected.");
        }
        var next = 0;
        var none = new float[Dimension];
        foreach (var text in texts) _ = rows.Add(text.Length == 0 ? none : given[next++].Vector.Span);
    }

    private static string TextOf(Article article)
    {
        var (title, body) = (article.Title?.Trim() ?? "", article.Body?.Trim() ?? "");
        return title.Length == 0 ? body : body.Length == 0 ? title : $"{title}\n\n{body}";
    }

    private static string FingerprintOf(IEmbeddingGenerator<string, Embedding<float>> generator, int dimension, EmbeddingGenerationOptions? options)
    {
        var metadata = generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        var model = options?.ModelId ?? metadata?.DefaultModelId;
        if (model is null) throw new ArgumentException("The generator does not say which model it is; give a fingerprint.", nameof(generator));
        return $"{metadata?.ProviderName ?? "generator"}-{model}-{dimension}";
    }
}
