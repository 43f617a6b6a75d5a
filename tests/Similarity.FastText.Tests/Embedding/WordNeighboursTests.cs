using System.Globalization;
using System.Text;

namespace Similarity.FastText.Tests;

public sealed class WordNeighboursTests(TrainedModels models)
{
    [Theory]
    [InlineData("skipgram")]
    [InlineData("words-only")]
    [InlineData("rare-left-out")]
    public void Neighbours_are_those_of_the_original(string name)
    {
        const int Count = 10;
        string[] words = ["bari", "тонмель", "山水", "babababa"];
        using var model = FastTextModel.Open(models[name]);
        var output = Encoding.UTF8.GetString(OriginalProgram.Run(Encoding.UTF8.GetBytes(string.Join('\n', words) + "\n"), "nn", models[name], $"{Count}"));
        var printed = output.Replace("Query word? ", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        var neighbours = new WordNeighbours(model);
        for (var i = 0; i < words.Length; i++)
        {
            var found = neighbours.Nearest(words[i], Count);
            if (!model.WordVector(Encoding.UTF8.GetBytes(words[i]), new float[model.Dimension]))
            {
                Assert.Empty(found); // The original lists words in some order there.
                continue;
            }
            Assert.Equal(Count, found.Length);
            var expected = printed.Skip(i * Count).Take(Count).Select(fields => (Word: fields[0], Cosine: float.Parse(fields[1], CultureInfo.InvariantCulture))).ToArray();
            for (var rank = 0; rank < Count; rank++)
            {
                Assert.Equal(expected[rank].Cosine, found[rank].Cosine, 1e-5);
                // Words as near as each other may change places, the last one with those that were left out.
                var cosine = expected.FirstOrDefault(other => other.Word == found[rank].Word, expected[^1]).Cosine;
                Assert.Equal(cosine, found[rank].Cosine, 1e-5);
            }
        }
    }

    [Fact]
    public void A_word_is_the_nearest_to_its_own_vector_and_no_neighbour_of_itself()
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf("softmax.bin"));
        var neighbours = new WordNeighbours(model);
        Assert.Equal("baton", neighbours.Nearest(model.WordVector("baton"), 1)[0].Word);
        Assert.DoesNotContain(neighbours.Nearest("baton", 1000), neighbour => neighbour.Word == "baton");
        Assert.Equal(model.Vocabulary.WordCount - 1, neighbours.Nearest("baton", int.MaxValue).Length);
        Assert.Empty(neighbours.Nearest(new float[model.Dimension], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => neighbours.Nearest("baton", 0));
    }
}
