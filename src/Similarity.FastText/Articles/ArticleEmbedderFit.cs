using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace Similarity.FastText;

/// <summary>
/// Learns the directions in which the vectors of all articles of a corpus point: the leading eigenvectors of their second moments, which are
/// added up article by article, so that a corpus of any size takes the memory of one matrix.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ArticleEmbedderFit
{
    private readonly ArticleEmbedder _embedder;
    private readonly double[,] _moments;
    private readonly float[] _vector;

    internal ArticleEmbedderFit(ArticleEmbedder embedder)
    {
        _embedder = embedder;
        _moments = new double[embedder.Dimension, embedder.Dimension];
        _vector = new float[embedder.Dimension];
    }

    /// <summary>Articles that had a vector.</summary>
    public int Articles { get; private set; }

    /// <summary>Adds an article.</summary>
    public void Add(ArticleWords article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (_embedder.Sum(article, _vector) > 0) AddVector();
    }

    /// <summary>Adds the lines that a model was trained on, as articles whose titles count like their bodies; the first <paramref name="most"/>.</summary>
    public void Add(TrainingCorpus corpus, int most = 100_000)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var hashes = new ulong[corpus.Words.Count];
        for (var word = 0; word < hashes.Length; word++) hashes[word] = WordHash.Compute(corpus.Words.BytesOf(word));
        var (line, lines) = (new List<ulong>(), 0);
        foreach (var numbers in corpus.Numbers)
        {
            foreach (var number in numbers)
            {
                line.Add(hashes[number]);
                if (number != corpus.Words.EndOfLine) continue;
                if (_embedder.Sum(CollectionsMarshal.AsSpan(line), _vector) > 0) AddVector();
                line.Clear();
                if (++lines == most) return;
            }
        }
    }

    /// <summary>The embedder that takes the leading directions off.</summary>
    /// <param name="components">How many, 0 to the dimension. One is what all articles share; further ones are their commonest subjects.</param>
    /// <exception cref="InvalidOperationException">There are too few articles to tell.</exception>
    public ArticleEmbedder ToEmbedder(int components = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components, _embedder.Dimension);
        if (components == 0) return _embedder.With([]);
        if (Articles <= components) throw new InvalidOperationException($"{Articles} articles are too few to learn {components} common directions from.");
        var matrix = Matrix<double>.Build.Dense(_vector.Length, _vector.Length, (i, j) => i >= j ? _moments[i, j] : _moments[j, i]);
        var vectors = matrix.Evd(Symmetricity.Symmetric).EigenVectors;
        var directions = new float[components * _vector.Length];
        for (var component = 0; component < components; component++)
        {
            // Eigenvalues ascend. Of a vector and its opposite, which are the same direction, the one that begins upwards.
            var direction = vectors.Column(_vector.Length - 1 - component);
            var sign = direction.First(value => value != 0) < 0 ? -1 : 1;
            for (var i = 0; i < _vector.Length; i++) directions[(component * _vector.Length) + i] = (float)(direction[i] * sign);
        }
        return _embedder.With(directions);
    }

    private void AddVector()
    {
        var squares = 0.0;
        foreach (var value in _vector) squares += (double)value * value;
        if (squares == 0) return;
        Articles++;
        for (var i = 0; i < _vector.Length; i++)
        {
            var scaled = _vector[i] / squares;
            for (var j = 0; j <= i; j++) _moments[i, j] += scaled * _vector[j];
        }
    }
}
