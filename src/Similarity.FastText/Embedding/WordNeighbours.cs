using System.Text;

namespace Similarity.FastText;

/// <summary>Which words of a model's vocabulary are nearest to a word or a vector, by cosine (<c>fasttext nn</c>).</summary>
/// <remarks>
/// Thread-safe. Holds the vectors of all words, four bytes a dimension, and needs the model no more for questions by vector.
/// A word whose vector is zero or not finite is near to none.
/// </remarks>
public sealed class WordNeighbours
{
    private readonly FastTextModel _model;
    private readonly VectorTable _table;

    /// <summary>Computes the vectors of all words of <paramref name="model"/>.</summary>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public WordNeighbours(FastTextModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _table = new VectorTable(model.Dimension);
        var vector = new float[model.Dimension];
        for (var entry = 0; entry < model.Vocabulary.WordCount; entry++)
        {
            _ = model.WordVector(model.Vocabulary[entry], vector);
            if (!IsFinite(vector)) Array.Clear(vector);
            _ = _table.Add(vector);
        }
    }

    /// <summary>The <paramref name="k"/> nearest words to one, known or not, nearest first and without itself; none where the model knows nothing of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public WordNeighbour[] Nearest(string word, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var bytes = Encoding.UTF8.GetBytes(word);
        var vector = new float[_model.Dimension];
        _ = _model.WordVector(bytes, vector);
        return Nearest(vector, k, _model.Vocabulary.Find(bytes));
    }

    /// <summary>The <paramref name="k"/> nearest words to a vector, nearest first; none where it is zero.</summary>
    /// <param name="vector">As many finite floats as the model has dimensions.</param>
    /// <param name="k">1 or more.</param>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public WordNeighbour[] Nearest(ReadOnlySpan<float> vector, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        WordEmbedding.RequireDimension(_model, vector);
        return Nearest(vector, k, itself: -1);
    }

    private WordNeighbour[] Nearest(ReadOnlySpan<float> vector, int k, int itself)
    {
        if (!vector.ContainsAnyExcept(0f) || !IsFinite(vector)) return [];
        var rows = CosineScan.Nearest(_table, vector, (int)Math.Min(k + 1L, int.MaxValue));
        return [.. rows.Where(row => row.Row != itself).Take(k).Select(row => new WordNeighbour(row.Row, _model.Vocabulary.TextOf(row.Row), row.Cosine))];
    }

    private static bool IsFinite(ReadOnlySpan<float> vector)
    {
        foreach (var value in vector)
        {
            if (!float.IsFinite(value)) return false;
        }
        return true;
    }
}
