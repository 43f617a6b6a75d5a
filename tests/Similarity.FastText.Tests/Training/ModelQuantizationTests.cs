using System.Text;

namespace Similarity.FastText.Tests;

public sealed class ModelQuantizationTests(TrainedModels files)
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 20)]
    public void The_original_reads_a_quantised_model_and_gives_the_same_vectors(int part, int outputPart)
    {
        OriginalProgram.Require();
        using var small = Train().Quantize(part, outputPart);
        var path = files.NewFile($"small-{part}.ftz");
        using (var file = File.Create(path)) small.Save(file);
        var words = InventedText.Words.Select(Encoding.UTF8.GetBytes).Where(word => small.Vocabulary.Find(word) >= 0).ToList();
        var printed = OriginalProgram.WordVectors(path, small.Dimension, words);
        for (var i = 0; i < words.Count; i++)
        {
            var vector = new float[small.Dimension];
            _ = small.WordVector(words[i], vector);
            Expect.Near(printed[i], vector, Encoding.UTF8.GetString(words[i]));
        }
        using var read = FastTextModel.Open(path);
        Assert.True(read.IsQuantized);
    }

    [Fact]
    public void Vectors_stay_near_what_was_trained_and_the_file_gets_small()
    {
        using var model = Train();
        using var small = model.Quantize(2, model.Dimension, threads: 3);
        using var alone = model.Quantize(2, model.Dimension);
        Assert.Equal(Bytes(alone), Bytes(small));
        Assert.True(Bytes(small).Length < Bytes(model).Length / 3);
        var cosines = Enumerable.Range(1, model.Vocabulary.WordCount - 1).Select(model.Vocabulary.TextOf).Select(word => Cosine.Similarity(model.WordVector(word), small.WordVector(word))).ToList();
        Assert.InRange(cosines.Average(), 0.97, 1);
        Assert.Throws<ArgumentException>(() => small.Quantize());
    }

    [Fact]
    public void The_general_model_knows_news()
    {
        using var model = GeneralModel.Load();
        var words = new WordNeighbours(model);
        Assert.Contains("missiles", words.Nearest("missile", 5).Select(near => near.Word));
        var embedder = GeneralModel.CreateEmbedder();
        var dam = embedder.Embed(new Article("a", "Thousands were told to leave their homes after a dam began to leak.") { Title = "Villages evacuated below leaking dam" });
        var flood = embedder.Embed(new Article("b", "Residents downstream were evacuated when water poured through a reservoir wall.") { Title = "Flood fears empty villages" });
        var rates = embedder.Embed(new Article("c", "The central bank raised interest rates by a quarter point to fight inflation.") { Title = "Bank lifts rates" });
        Assert.True(Cosine.Similarity(dam, flood) > Cosine.Similarity(dam, rates) + 0.2);
    }

    private static FastTextModel Train()
    {
        var corpus = new TrainingCorpus();
        _ = corpus.AddLines(new MemoryStream(Encoding.UTF8.GetBytes(InventedText.Lines(2000, seed: 3))));
        return FastTextTrainer.Train(corpus, new TrainingOptions { Dimension = 20, LeastCount = 1, Buckets = 3000 });
    }

    private static byte[] Bytes(FastTextModel model)
    {
        using var bytes = new MemoryStream();
        model.Save(bytes);
        return bytes.ToArray();
    }
}
