using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Text;

namespace Similarity.FastText;

/// <summary>
/// The vectors of lines of text, as <c>fasttext print-sentence-vectors</c> gives them.
/// <list type="bullet">
/// <item>Unsupervised: the mean of the vectors of the words, each scaled to length 1, over the words that have one. The
/// result is not scaled again.</item>
/// <item>Supervised: the mean of the rows of all words, of their n-grams and of the runs of words. The newline is a word
/// (<c>&lt;/s&gt;</c>) where the line ends in one; labels are none.</item>
/// </list>
/// </summary>
/// <remarks>Thread-safe. The spans allocate nothing once the shared pool is warm.</remarks>
public static class SentenceEmbedding
{
    private const int StackRows = 1024;
    private const int StackFloats = 512;

    /// <summary>Writes the vector of a line.</summary>
    /// <param name="model">The model.</param>
    /// <param name="line">UTF-8, whatever its validity. What stands after a newline is not read.</param>
    /// <param name="vector">As many floats as the model has dimensions; zeros where it knows nothing of the line.</param>
    /// <returns>Whether it knows something of the line.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public static bool SentenceVector(this FastTextModel model, ReadOnlySpan<byte> line, Span<float> vector)
    {
        ArgumentNullException.ThrowIfNull(model);
        WordEmbedding.RequireDimension(model, vector);
        using var hold = model.Hold();
        return model.IsSupervised ? EmbedRows(model, line, vector, endsLine: false) : EmbedWords(model, line, vector);
    }

    /// <summary>The vector of a line.</summary>
    public static float[] SentenceVector(this FastTextModel model, string line)
    {
        ArgumentNullException.ThrowIfNull(model);
        var vector = new float[model.Dimension];
        _ = model.SentenceVector(Encoding.UTF8.GetBytes(line), vector);
        return vector;
    }

    /// <summary>The mean of a line's rows, under a hold that the caller has; what a supervised model predicts from.</summary>
    [SkipLocalsInit]
    internal static bool EmbedRows(FastTextModel model, ReadOnlySpan<byte> line, Span<float> vector, bool endsLine)
    {
        var rows = new RowList(stackalloc int[StackRows]);
        model.Rows.AddLine(line, endsLine, ref rows);
        WordEmbedding.Average(model.Input, rows.Items, vector);
        var isKnown = rows.Count > 0;
        rows.Dispose();
        return isKnown;
    }

    [SkipLocalsInit]
    private static bool EmbedWords(FastTextModel model, ReadOnlySpan<byte> line, Span<float> vector)
    {
        var rented = vector.Length <= StackFloats ? null : ArrayPool<float>.Shared.Rent(vector.Length);
        var word = (rented ?? stackalloc float[StackFloats])[..vector.Length];
        var words = 0;
        vector.Clear();
        foreach (var token in new SentenceTokens(line))
        {
            _ = WordEmbedding.Embed(model, token, word);
            var length = TensorPrimitives.Norm(word);
            if (!(length > 0)) continue;
            TensorPrimitives.MultiplyAdd(word, 1 / length, vector, vector);
            words++;
        }
        if (words > 0) TensorPrimitives.Multiply(vector, 1f / words, vector);
        if (rented is not null) ArrayPool<float>.Shared.Return(rented);
        return words > 0;
    }
}
