using System.Buffers;
using System.Numerics.Tensors;
using System.Text;

namespace Similarity.FastText;

/// <summary>
/// Which labels a supervised model gives a line, as <c>fasttext predict-prob</c> does: its language, or its topic. Models of
/// every loss work: softmax, hierarchical softmax, one-versus-all, negative sampling; quantised ones too.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class LabelPrediction
{
    /// <summary>The most probable labels of a line, best first; of equal ones, the first of the vocabulary.</summary>
    /// <param name="model">A supervised model.</param>
    /// <param name="line">UTF-8. It is taken to end in a newline, as the lines of a file do, and is read up to the first one it has.</param>
    /// <param name="k">Labels at most, 1 or more.</param>
    /// <param name="threshold">Least probability, 0 to 1. A hierarchical softmax leaves out what is below 0.00001 in any case.</param>
    /// <returns>No labels where the model knows nothing of the line, not even the newline.</returns>
    /// <exception cref="InvalidOperationException">The model is not supervised.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public static PredictedLabel[] PredictLabels(this FastTextModel model, ReadOnlySpan<byte> line, int k = 1, float threshold = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        if (threshold is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A probability is from 0 to 1.");
        if (!model.IsSupervised) throw new InvalidOperationException($"The model is {model.Arguments.Kind}; only supervised ones predict labels.");
        if (model.Vocabulary.LabelCount == 0) return [];

        var hidden = ArrayPool<float>.Shared.Rent(model.Dimension);
        var best = new BestLabels(k);
        try
        {
            using var hold = model.Hold();
            var vector = hidden.AsSpan(0, model.Dimension);
            if (!SentenceEmbedding.EmbedRows(model, line, vector, endsLine: true)) return [];
            if (model.Arguments.Loss == ModelLoss.HierarchicalSoftmax) Descend(model, vector, threshold, best);
            else Compare(model, vector, threshold, best);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(hidden);
        }
        return best.Take(model.Vocabulary);
    }

    /// <summary>The same of text.</summary>
    public static PredictedLabel[] PredictLabels(this FastTextModel model, string line, int k = 1, float threshold = 0) =>
        PredictLabels(model, Encoding.UTF8.GetBytes(line), k, threshold);

    /// <summary>All outputs, each for itself.</summary>
    private static void Compare(FastTextModel model, ReadOnlySpan<float> vector, float threshold, BestLabels best)
    {
        var rented = ArrayPool<float>.Shared.Rent(model.Output.Rows);
        var outputs = rented.AsSpan(0, model.Output.Rows);
        for (var row = 0; row < outputs.Length; row++) outputs[row] = model.Output.Dot(row, vector);
        if (model.Arguments.Loss == ModelLoss.Softmax)
        {
            TensorPrimitives.Subtract(outputs, TensorPrimitives.Max<float>(outputs), outputs);
            TensorPrimitives.Exp<float>(outputs, outputs);
            TensorPrimitives.Divide(outputs, TensorPrimitives.Sum<float>(outputs), outputs);
        }
        else
        {
            foreach (ref var output in outputs) output = Sigmoid.LookUp(output);
        }
        for (var label = 0; label < outputs.Length; label++)
        {
            if (outputs[label] >= threshold) best.Offer(label, BestLabels.Log(outputs[label]));
        }
        ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>
    /// Down the tree from its root, left out what cannot come among the best any more. The left way goes first, and a stack of
    /// its own holds what is left to do, because a tree of unlikely counts is as deep as it has leaves.
    /// </summary>
    private static void Descend(FastTextModel model, ReadOnlySpan<float> vector, float threshold, BestLabels best)
    {
        var tree = model.Tree;
        var least = BestLabels.Log(threshold);
        var open = new Stack<(int Node, float Logarithm)>();
        open.Push((tree.Root, 0));
        while (open.TryPop(out var at))
        {
            // So written that NaN goes no further.
            if (!(at.Logarithm >= least) || !best.Takes(at.Logarithm)) continue;
            if (tree.IsLeaf(at.Node))
            {
                best.Offer(at.Node, at.Logarithm);
                continue;
            }
            var right = (float)(1 / (1 + Math.Exp(-model.Output.Dot(tree.RowOf(at.Node), vector))));
            var (leftNode, rightNode) = tree.Below(at.Node);
            open.Push((rightNode, at.Logarithm + BestLabels.Log(right)));
            open.Push((leftNode, at.Logarithm + BestLabels.Log(1 - right)));
        }
    }
}
