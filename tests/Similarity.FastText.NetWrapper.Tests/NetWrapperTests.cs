using Similarity.FastText;
using Similarity.FastText.NetWrapper;

namespace Similarity.NetWrapper.Tests;

/// <summary>
/// The adapter compiles against the package's signatures, terminates what it passes on, and gives vectors by the same contract as ours. Native code
/// does not run here.
/// </summary>
public sealed class NetWrapperTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netwrapper-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Articles_are_embedded_by_the_vectors_of_their_words()
    {
        var model = Train();
        using var embedder = new NetWrapperEmbedder(model);
        using var ours = FastTextModel.Open(model);
        var rows = new VectorTable(embedder.Dimension);
        await embedder.EmbedAsync([new Article("a", "The Dam, leaking!") { Title = "Water" }, new Article("b", null)], rows, TestContext.Current.CancellationToken);
        Assert.Equal(1, Cosine.Similarity(ours.SentenceVector("water the dam leaking "), rows[0]), 6);
        Assert.All(rows[1].ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(ours.WordVector("dam"), embedder.WordVector("dam"));
        Assert.Equal(ours.SentenceVector("the dam"), embedder.SentenceVector("the dam"));
        Assert.StartsWith($"fasttext-netwrapper-{ours.Dimension}-", embedder.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public void Classifiers_are_trained_too()
    {
        var text = Path.Combine(_folder, "labels");
        File.WriteAllLines(text, Enumerable.Range(0, 50).Select(i => $"__label__{i % 2} word{i % 2} other"));
        NetWrapperTrainer.TrainClassifier(text, Path.Combine(_folder, "labels"));
        using var model = FastTextModel.Open(Path.Combine(_folder, "labels.bin"));
        Assert.True(model.IsSupervised);
    }

    private string Train()
    {
        var text = Path.Combine(_folder, "text");
        File.WriteAllLines(text, Enumerable.Range(0, 50).Select(i => $"water in the dam was leaking {i % 10}"));
        NetWrapperTrainer.Train(text, Path.Combine(_folder, "model"));
        return Path.Combine(_folder, "model.bin");
    }
}
