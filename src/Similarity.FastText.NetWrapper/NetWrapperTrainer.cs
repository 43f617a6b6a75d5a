using global::FastText.NetWrapper;
using Microsoft.Extensions.Logging;

namespace Similarity.FastText.NetWrapper;

/// <summary>Trains word vectors by the original program's own code, with its defaults, through the package FastText.NetWrapper.</summary>
public static class NetWrapperTrainer
{
    /// <summary>Trains a model.</summary>
    /// <param name="textPath">A UTF-8 file of lines, an article each, its words folded and separated by spaces (<see cref="ArticleWords.Fold"/>).</param>
    /// <param name="outputPath">Where the model goes, without its extension.</param>
    /// <param name="isSkipGram">Whether a word predicts its neighbours; otherwise they predict it.</param>
    /// <param name="loggerFactory">Passed on to the wrapper.</param>
    public static void Train(string textPath, string outputPath, bool isSkipGram = true, ILoggerFactory? loggerFactory = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(textPath);
        ArgumentException.ThrowIfNullOrEmpty(outputPath);
        using var wrapper = new FastTextWrapper(loggerFactory);
        wrapper.Unsupervised(isSkipGram ? UnsupervisedModel.SkipGram : UnsupervisedModel.CBow, textPath, outputPath);
    }

    /// <summary>Trains a classifier.</summary>
    /// <param name="textPath">The same with labels, words that begin with <c>__label__</c>.</param>
    /// <param name="outputPath">Where the model goes, without its extension.</param>
    /// <param name="loggerFactory">Passed on to the wrapper.</param>
    public static void TrainClassifier(string textPath, string outputPath, ILoggerFactory? loggerFactory = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(textPath);
        ArgumentException.ThrowIfNullOrEmpty(outputPath);
        using var wrapper = new FastTextWrapper(loggerFactory);
        wrapper.Supervised(textPath, outputPath);
    }
}
