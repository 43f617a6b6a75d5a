using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// Vectors of articles from a model's vectors of words: their mean by smooth inverse frequency, less the directions that all articles have in
/// common (Arora, Liang and Ma 2017), scaled to unit length. Words that the model does not know add nothing, n-grams or not:
/// they are rare in news, and cost more than all others.
/// </summary>
/// <remarks>
/// Thread-safe, and needs the model no more once it is made. An article costs some ten microseconds and no memory. The sums run in a
/// fixed order: the same bits at any vector width.
/// </remarks>
public sealed class ArticleEmbedder : IArticleEmbedder
{
    private readonly WordTable _words;
    private readonly float[] _components;
    private readonly ConcurrentBag<(ArticleBuffer Buffer, ArticleWords Words)> _idle = [];

    /// <summary>An embedder that takes no common directions off; <see cref="Fit"/> makes one that does.</summary>
    /// <param name="model">The model, whose words are read now.</param>
    /// <param name="options">How vectors are made.</param>
    public ArticleEmbedder(FastTextModel model, ArticleEmbedderOptions? options = null)
        : this(new WordTable(model ?? throw new ArgumentNullException(nameof(model)), (options ?? new()).Smoothing), options ?? new(), [])
    {
    }

    private ArticleEmbedder(WordTable words, ArticleEmbedderOptions options, float[] components)
    {
        _words = words;
        _components = components;
        Options = options;
        Fingerprint = FingerprintOf(words, options, components);
    }

    /// <summary>How vectors are made.</summary>
    public ArticleEmbedderOptions Options { get; }

    /// <inheritdoc/>
    public int Dimension => _words.Dimension;

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>How many directions are taken off.</summary>
    public int Components => _components.Length / Dimension;

    /// <summary>The fingerprint without what has been learnt of articles: that of the words.</summary>
    internal string WordsFingerprint => FingerprintOf(_words, Options, []);

    /// <summary>The directions that are taken off, of unit length, one behind the other.</summary>
    internal ReadOnlySpan<float> Directions => _components;

    /// <summary>The vector of an article.</summary>
    /// <param name="article">Its words.</param>
    /// <param name="vector">Takes it: <see cref="Dimension"/> floats, of unit length, or zeros where the model knows none of its words.</param>
    /// <returns>How many of its words the model knows.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public int Embed(ArticleWords article, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(article);
        var known = Sum(article, vector);
        for (var component = 0; component < Components; component++)
        {
            var direction = _components.AsSpan(component * Dimension, Dimension);
            AddScaled(direction, -Dot(direction, vector), vector);
        }
        var length = MathF.Sqrt(Dot(vector, vector));
        if (length > 0)
        {
            foreach (ref var value in vector) value /= length;
        }
        return known;
    }

    /// <summary>The vector of an article that is in memory.</summary>
    public float[] Embed(Article article)
    {
        if (!_idle.TryTake(out var own)) own = (new ArticleBuffer(), new ArticleWords(Options.Features));
        own.Buffer.Set(article);
        own.Words.Read(own.Buffer);
        var vector = new float[Dimension];
        _ = Embed(own.Words, vector);
        _idle.Add(own);
        return vector;
    }

    /// <inheritdoc/>
    public ValueTask EmbedAsync(IReadOnlyList<Article> articles, VectorTable rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(rows);
        var vectors = new float[articles.Count][];
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            vectors[i] = Embed(articles[i]);
        }
        foreach (var vector in vectors) _ = rows.Add(vector);
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins to learn what articles have in common; it is given articles, and gives the embedder that takes it off.</summary>
    public ArticleEmbedderFit Fit() => new(this);

    /// <summary>The same with other directions to take off.</summary>
    internal ArticleEmbedder With(float[] components) => new(_words, Options, components);

    /// <summary>The weighed sum of an article's words.</summary>
    internal int Sum(ArticleWords article, Span<float> vector)
    {
        if (vector.Length != Dimension) throw new ArgumentException($"The vector has {vector.Length} floats; {Dimension} are needed.", nameof(vector));
        vector.Clear();
        return (Options.TitleWeight == 0 ? 0 : _words.Add(article.Title, Options.TitleWeight, vector)) + _words.Add(article.Body, 1, vector);
    }

    /// <summary>The weighed sum of some words.</summary>
    internal int Sum(ReadOnlySpan<ulong> words, Span<float> vector)
    {
        vector.Clear();
        return _words.Add(words, 1, vector);
    }

    private static unsafe float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        fixed (float* first = a, second = b) return TrainingKernels.Dot(first, second, a.Length);
    }

    private static unsafe void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> target)
    {
        fixed (float* from = row, to = target) TrainingKernels.AddScaled(from, factor, to, row.Length);
    }

    private static string FingerprintOf(WordTable words, ArticleEmbedderOptions options, float[] components)
    {
        var hash = new XxHash3();
        hash.Append(MemoryMarshal.AsBytes(words.Rows));
        hash.Append(MemoryMarshal.AsBytes(components.AsSpan()));
        Span<byte> title = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(title, options.TitleWeight);
        hash.Append(title);
        return string.Create(CultureInfo.InvariantCulture, $"fasttext-{words.Dimension}-{hash.GetCurrentHashAsUInt64():x16}");
    }
}
