using System.Text;

namespace Similarity.FastText.Tests;

public sealed class SentenceEmbeddingTests(TrainedModels models)
{
    /// <summary>Lines that bend the rules of tokens; none has <c>&lt;/s&gt;</c>, which begins a new line in supervised models.</summary>
    private static byte[][] Lines =>
    [
        .. InventedText.Lines(200, seed: 99).Split('\n').Select(Encoding.UTF8.GetBytes),
        .. new[] { "", " ", "\t \v\f\r", "bari", " bari  bari\ttonmel\r", "bari\0tonmel", "\0", "__label__1 bari", "bari __label__1 __label__unknown tonmel", "bari\u00A0tonmel bari", "бари 山水 بابابا xyzzy", "zzzz qqqq" }
            .Select(Encoding.UTF8.GetBytes),
        .. InventedText.UnknownWords,
        [.. InventedText.UnknownWords.SelectMany(word => word.Append((byte)' '))],
    ];

    [Theory]
    [MemberData(nameof(TrainedModels.All), MemberType = typeof(TrainedModels))]
    public void Sentence_vectors_are_those_of_the_original(string name)
    {
        var path = models[name];
        using var model = FastTextModel.Open(path);
        var text = OriginalProgram.Join(Lines, '\n');
        var printed = OriginalProgram.SentenceVectors(path, model.Dimension, text);
        Assert.Equal(Lines.Length, printed.Length);
        var vector = new float[model.Dimension];
        for (var i = 0; i < printed.Length; i++)
        {
            _ = model.SentenceVector([.. Lines[i], (byte)'\n'], vector);
            Expect.Near(printed[i], vector, $"line {i}: {Encoding.UTF8.GetString(Lines[i])}");
        }
    }

    [Theory]
    [InlineData("skipgram", "bari tonmel")]
    [InlineData("skipgram", "bari </s> tonmel </s>")]
    [InlineData("softmax", "bari tonmel")]
    [InlineData("runs-and-grams", "bari tonmel")]
    [InlineData("softmax", "bari tonmel </s>")]
    [InlineData("runs-and-grams", "bari tonmel </s>")]
    public void A_line_without_a_newline_has_the_vector_of_the_original(string name, string line)
    {
        var path = models[name];
        using var model = FastTextModel.Open(path);
        var printed = Assert.Single(OriginalProgram.SentenceVectors(path, model.Dimension, Encoding.UTF8.GetBytes(line)));
        Expect.Near(printed, model.SentenceVector(line), line);
    }
}
