namespace Similarity.FastText;

/// <summary>How the outputs of a model are trained and read; the numbers are those of the file format.</summary>
public enum ModelLoss
{
    /// <summary>A binary tree over the outputs, frequent ones near the root.</summary>
    HierarchicalSoftmax = 1,

    /// <summary>Each output against a few drawn at random.</summary>
    NegativeSampling = 2,

    /// <summary>All outputs; their probabilities add up to 1.</summary>
    Softmax = 3,

    /// <summary>Each output for itself, so that several can be true.</summary>
    OneVersusAll = 4,
}
