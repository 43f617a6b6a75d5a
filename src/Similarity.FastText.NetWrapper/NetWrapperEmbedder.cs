using System.Globalization;
using System.IO.Hashing;
using System.Text;
using global::FastText.NetWrapper;
using Microsoft.Extensions.Logging;

namespace Similarity.FastText.NetWrapper;

/// <summary>
/// Embeds articles by the original program's own code, through the package FastText.NetWrapper: the sentence vector of the words of title and
/// body, without furniture. For those who run that package already; Similarity.FastText reads the same models, gives the same vectors, and
/// needs nothing native.
/// </summary>
/// <remarks>Thread-safe: the wrapper is not, so calls wait for each other. What is embedded must not be longer than the wrapper takes.</remarks>
public sealed class NetWrapperEmbedder : IArticleEmbedder, IDisposable
{
    private readonly Lock _lock = new();
    private readonly FastTextWrapper _wrapper;
    private readonly ArticleBuffer _buffer = new();
    private readonly ArticleWords _words;

    /// <summary>Loads a model.</summary>
    /// <param name="modelPath">A <c>.bin</c> or <c>.ftz</c>.</param>
    /// <param name="features">What of a page is text.</param>
    /// <param name="loggerFactory">Passed on to the wrapper.</param>
    public NetWrapperEmbedder(string modelPath, FeatureOptions? features = null, ILoggerFactory? loggerFactory = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        _words = new ArticleWords(features);
        _wrapper = new FastTextWrapper(loggerFactory);
        _wrapper.LoadModel(modelPath);
        Dimension = _wrapper.GetModelDimension();
        var hash = new XxHash3();
        using (var file = File.OpenRead(modelPath)) hash.Append(file);
        Fingerprint = string.Create(CultureInfo.InvariantCulture, $"fasttext-netwrapper-{Dimension}-{hash.GetCurrentHashAsUInt64():x16}");
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>The model's vector of a word.</summary>
    public float[] WordVector(string word)
    {
        lock (_lock) return _wrapper.GetWordVector(Terminated(word));
    }

    /// <summary>The model's vector of a line.</summary>
    public float[] SentenceVector(string line)
    {
        lock (_lock) return _wrapper.GetSentenceVector(Terminated(line));
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
            lock (_lock)
            {
                _buffer.Set(articles[i]);
                _words.Read(_buffer);
                vectors[i] = _wrapper.GetSentenceVector(Terminated(Encoding.UTF8.GetString(_words.Fold())));
            }
        }
        foreach (var vector in vectors) _ = rows.Add(vector);
        return ValueTask.CompletedTask;
    }

    /// <summary>Frees the model.</summary>
    public void Dispose() => _wrapper.Dispose();

    /// <summary>The wrapper hands bytes to native code without the NUL that should end them.</summary>
    private static string Terminated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith('\0') ? text : text + '\0';
    }
}
