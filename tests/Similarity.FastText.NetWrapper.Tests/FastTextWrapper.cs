using Microsoft.Extensions.Logging;
using Similarity.FastText;

namespace FastText.NetWrapper;

/// <summary>What is used of the package's class, with the signatures that it has, over our own reader instead of native code.</summary>
internal sealed class FastTextWrapper(ILoggerFactory? loggerFactory = null) : IDisposable
{
    private FastTextModel? _model;

    public ILoggerFactory? LoggerFactory => loggerFactory;

    public void LoadModel(string path) => _model = FastTextModel.Open(path);

    public int GetModelDimension() => _model!.Dimension;

    public float[] GetSentenceVector(string text) => _model!.SentenceVector(Unterminated(text));

    public float[] GetWordVector(string word) => _model!.WordVector(Unterminated(word));

    public void Unsupervised(UnsupervisedModel model, string inputPath, string outputPath) =>
        Train(inputPath, outputPath, new TrainingOptions { Kind = model == UnsupervisedModel.SkipGram ? ModelKind.SkipGram : ModelKind.Cbow, Buckets = 1000 });

    public void Supervised(string inputPath, string outputPath) => Train(inputPath, outputPath, TrainingOptions.Supervised);

    public void Dispose() => _model?.Dispose();

    private static void Train(string inputPath, string outputPath, TrainingOptions options)
    {
        var corpus = new TrainingCorpus();
        using (var text = File.OpenRead(inputPath)) _ = corpus.AddLines(text);
        using var model = FastTextTrainer.Train(corpus, options);
        using var file = File.Create(outputPath + ".bin");
        model.Save(file);
    }

    /// <summary>Native code would read on behind what is not terminated.</summary>
    private static string Unterminated(string text) => text.EndsWith('\0') ? text[..^1] : throw new ArgumentException($"'{text}' ends without a NUL.", nameof(text));
}
