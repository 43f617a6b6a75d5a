using System.Text;

namespace Similarity.FastText.Tests;

public sealed class WordEmbeddingTests(TrainedModels models)
{
    [Theory]
    [MemberData(nameof(TrainedModels.All), MemberType = typeof(TrainedModels))]
    public void Word_vectors_are_those_of_the_original(string name)
    {
        var path = models[name];
        using var model = FastTextModel.Open(path);
        byte[][] words = [.. InventedText.Words.Select(Encoding.UTF8.GetBytes), .. InventedText.UnknownWords, "</s>"u8.ToArray()];
        var printed = OriginalProgram.WordVectors(path, model.Dimension, words);
        Assert.Equal(words.Length, printed.Length);
        var vector = new float[model.Dimension];
        for (var i = 0; i < words.Length; i++)
        {
            var isKnown = model.WordVector(words[i], vector);
            Expect.Near(printed[i], vector, Encoding.UTF8.GetString(words[i]));
            if (!isKnown) Assert.False(vector.AsSpan().ContainsAnyExcept(0f));
        }
    }
}
