using System.Text;

namespace Similarity.FastText.Tests;

public sealed class SentenceEmbedderTests(TrainedModels files)
{
    [Theory]
    [InlineData("skipgram")]
    [InlineData("cbow")]
    [InlineData("words-only")]
    public void Sentence_vectors_are_the_original_s(string name)
    {
        using var model = FastTextModel.Open(files[name]);
        var embedder = new SentenceEmbedder(model);
        var lines = InventedText.Lines(60, seed: 8) + "unknownword " + InventedText.Words[3] + "\n\nnothing\n";
        var printed = OriginalProgram.SentenceVectors(files[name], model.Dimension, Encoding.UTF8.GetBytes(lines));
        foreach (var (line, expected) in lines.Split('\n')[..^1].Zip(printed))
        {
            var vector = new float[model.Dimension];
            Assert.Equal(embedder.Embed(Encoding.UTF8.GetBytes(line), vector), vector.Any(value => value != 0));
            Expect.Near(expected, vector, line);
        }
    }

    [Fact]
    public void A_supervised_model_is_refused()
    {
        using var model = FastTextModel.Open(files["softmax"]);
        Assert.Throws<ArgumentException>(() => new SentenceEmbedder(model));
    }
}
