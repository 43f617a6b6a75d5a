using System.Numerics.Tensors;

namespace Similarity.FastText;

/// <summary>
/// Sentence vectors of an unsupervised model, for whoever needs very many: those of <see cref="SentenceEmbedding"/>, from vectors of words that are
/// worked out and scaled once. Costs four bytes a word and dimension.
/// </summary>
/// <remarks>Thread-safe. It uses the model for words that are not in its vocabulary, as long as that is open.</remarks>
public sealed class SentenceEmbedder
{
    private readonly FastTextModel _model;
    private readonly float[] _rows;
    private readonly bool[] _isZero;

    /// <summary>Works out the vectors of all words.</summary>
    /// <exception cref="ArgumentException">The model is supervised: its sentence vectors are not made of those of words.</exception>
    public SentenceEmbedder(FastTextModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.IsSupervised) throw new ArgumentException("Sentence vectors of a supervised model are not made of vectors of words.", nameof(model));
        _model = model;
        _rows = GC.AllocateUninitializedArray<float>(checked(model.Vocabulary.WordCount * model.Dimension), pinned: true);
        _isZero = new bool[model.Vocabulary.WordCount];
        for (var word = 0; word < _isZero.Length; word++)
        {
            var row = _rows.AsSpan(word * model.Dimension, model.Dimension);
            _ = model.WordVector(model.Vocabulary[word], row);
            var length = TensorPrimitives.Norm<float>(row);
            _isZero[word] = !(length > 0);
            if (!_isZero[word]) TensorPrimitives.Multiply(row, 1 / length, row);
        }
    }

    /// <summary>Writes the vector of a line.</summary>
    /// <param name="line">UTF-8, whatever its validity. What stands after a newline is not read.</param>
    /// <param name="vector">As many floats as the model has dimensions; zeros where it knows nothing of the line.</param>
    /// <returns>Whether it knows something of the line.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public unsafe bool Embed(ReadOnlySpan<byte> line, Span<float> vector)
    {
        WordEmbedding.RequireDimension(_model, vector);
        vector.Clear();
        var words = 0;
        float[]? unknown = null;
        fixed (float* rows = _rows, sum = vector)
        {
            foreach (var token in new SentenceTokens(line))
            {
                var entry = _model.Vocabulary.Find(token);
                if (entry >= 0)
                {
                    if (_isZero[entry]) continue;
                    TrainingKernels.AddScaled(rows + ((nint)entry * vector.Length), 1, sum, vector.Length);
                    words++;
                    continue;
                }
                unknown ??= new float[vector.Length];
                if (!_model.WordVector(token, unknown)) continue;
                var length = TensorPrimitives.Norm<float>(unknown);
                if (!(length > 0)) continue;
                fixed (float* row = unknown) TrainingKernels.AddScaled(row, 1 / length, sum, vector.Length);
                words++;
            }
        }
        if (words > 0) TensorPrimitives.Multiply(vector, 1f / words, vector);
        return words > 0;
    }
}
