namespace Similarity.FastText;

/// <summary>What a model was trained to do; the numbers are those of the file format.</summary>
public enum ModelKind
{
    /// <summary>Word vectors: the surrounding words predict a word (continuous bag of words).</summary>
    Cbow = 1,

    /// <summary>Word vectors: a word predicts the surrounding ones.</summary>
    SkipGram = 2,

    /// <summary>A classifier: the words of a line predict its label.</summary>
    Supervised = 3,
}
