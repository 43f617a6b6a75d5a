using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Text;

namespace Similarity.FastText;

/// <summary>
/// The vectors of words, as <c>fasttext print-word-vectors</c> gives them: the mean of a word's own vector and of those
/// of its n-grams of characters. Words that the model never saw have a vector of their n-grams.
/// </summary>
/// <remarks>Thread-safe. The spans allocate nothing.</remarks>
public static class WordEmbedding
{
    /// <summary>Rows that most words have room in.</summary>
    private const int StackRows = 256;

    /// <summary>Writes the vector of a word.</summary>
    /// <param name="model">The model.</param>
    /// <param name="word">The UTF-8 of one word, in the form in which the model was trained; no byte of it separates.</param>
    /// <param name="vector">As many floats as the model has dimensions; zeros where it knows nothing of the word.</param>
    /// <returns>Whether the model has the word, or one of its n-grams.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public static bool WordVector(this FastTextModel model, ReadOnlySpan<byte> word, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(model);
        RequireDimension(model, vector);
        using var hold = model.Hold();
        return Embed(model, word, vector);
    }

    /// <summary>The vector of a word.</summary>
    public static float[] WordVector(this FastTextModel model, string word)
    {
        ArgumentNullException.ThrowIfNull(model);
        var vector = new float[model.Dimension];
        _ = model.WordVector(Encoding.UTF8.GetBytes(word), vector);
        return vector;
    }

    /// <summary>The same under a hold that the caller has.</summary>
    [SkipLocalsInit]
    internal static bool Embed(FastTextModel model, ReadOnlySpan<byte> word, Span<float> vector)
    {
        var rows = new RowList(stackalloc int[StackRows]);
        model.Rows.AddWord(word, ref rows);
        Average(model.Input, rows.Items, vector);
        var isKnown = rows.Count > 0;
        rows.Dispose();
        return isKnown;
    }

    /// <summary>Writes the mean of some rows, or zeros; added in their order in single precision, as the original does.</summary>
    internal static void Average(RowMatrix matrix, ReadOnlySpan<int> rows, Span<float> mean)
    {
        mean.Clear();
        foreach (var row in rows) matrix.AddTo(row, mean);
        if (rows.Length > 0) TensorPrimitives.Multiply(mean, (float)(1.0 / rows.Length), mean);
    }

    internal static void RequireDimension(FastTextModel model, ReadOnlySpan<float> vector)
    {
        if (vector.Length != model.Dimension) throw new ArgumentException($"Expected {model.Dimension} dimensions, found {vector.Length}.", nameof(vector));
    }
}
