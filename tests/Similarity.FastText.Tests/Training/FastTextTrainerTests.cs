using System.IO.Hashing;
using System.Text;

namespace Similarity.FastText.Tests;

public sealed class FastTextTrainerTests(TrainedModels files)
{
    private static readonly TrainingOptions Small = new() { Dimension = 20, Epochs = 5, LeastCount = 1, Buckets = 700 };

    public static TheoryData<ModelKind, int> WordModels => new() { { ModelKind.SkipGram, 6 }, { ModelKind.SkipGram, 0 }, { ModelKind.Cbow, 5 }, { ModelKind.Cbow, 0 } };

    public static TheoryData<ModelLoss> Losses => [.. Enum.GetValues<ModelLoss>()];

    [Theory]
    [MemberData(nameof(WordModels))]
    public void The_original_reads_what_was_trained_and_gives_the_same_vectors(ModelKind kind, int mostGram)
    {
        OriginalProgram.Require();
        using var model = FastTextTrainer.Train(Corpus(InventedText.Lines(500, seed: 3)), Small with { Kind = kind, MostGram = mostGram });
        var path = Save(model, $"trained-{kind}-{mostGram}.bin");
        var words = InventedText.Words.Select(Encoding.UTF8.GetBytes).Where(word => model.Vocabulary.Find(word) >= 0).ToList();
        var printed = OriginalProgram.WordVectors(path, model.Dimension, words);
        for (var i = 0; i < words.Count; i++)
        {
            var vector = new float[model.Dimension];
            _ = model.WordVector(words[i], vector);
            Expect.Near(printed[i], vector, Encoding.UTF8.GetString(words[i]));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_original_reads_a_trained_classifier_and_predicts_as_we_do(ModelLoss loss)
    {
        OriginalProgram.Require();
        var text = InventedText.LabelledLines(800, labels: 12, seed: 11);
        using var model = FastTextTrainer.Train(Corpus(text), TrainingOptions.Supervised with { Loss = loss, Dimension = 12, LearningRate = 0.5, WordGrams = 2, Buckets = 500 });
        var lines = Encoding.UTF8.GetBytes(InventedText.Lines(40, seed: 2));
        var printed = OriginalProgram.Predictions(Save(model, $"trained-{loss}.bin"), lines, 3);
        foreach (var (line, expected) in Encoding.UTF8.GetString(lines).Split('\n')[..^1].Zip(printed))
        {
            var found = model.PredictLabels(line + "\n", 3);
            // Of labels that are as likely the order is anybody's.
            if (expected[0].Probability > expected[1].Probability) Assert.Equal(expected[0].Label, found[0].Label);
            foreach (var (theirs, ours) in expected.Zip(found)) Assert.Equal(theirs.Probability, ours.Probability, 1e-4f);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_classifier_learns_the_labels_of_its_lines(ModelLoss loss)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 900; i++) text.Append($"__label__{i % 6} topic{i % 6}a word{i % 7} topic{i % 6}b word{i % 11}\n");
        using var model = FastTextTrainer.Train(Corpus(text.ToString()), TrainingOptions.Supervised with { Loss = loss, Dimension = 10, LearningRate = 0.5, Epochs = 10 });
        Assert.All(Enumerable.Range(0, 6), topic => Assert.Equal($"__label__{topic}", model.PredictLabels($"word3 topic{topic}b\n", 1)[0].Label));
    }

    [Theory]
    [InlineData(ModelKind.SkipGram, 4, 1)]
    [InlineData(ModelKind.SkipGram, 0, 2)]
    [InlineData(ModelKind.Cbow, 4, 1)]
    [InlineData(ModelKind.Cbow, 0, 1)]
    public void Words_that_stand_together_get_near_each_other(ModelKind kind, int mostGram, int threads)
    {
        var text = new StringBuilder();
        var random = new TrainingRandom(1);
        for (var i = 0; i < 6000; i++)
        {
            var topic = random.Below(8);
            for (var word = 0; word < 12; word++) text.Append(Word(topic, random.Below(15))).Append(' ');
            text.Append('\n');
        }
        using var model = FastTextTrainer.Train(Corpus(text.ToString()), Small with { Kind = kind, MostGram = mostGram, Threads = threads, SamplingThreshold = 1, Epochs = 8 });
        var words = new WordNeighbours(model);
        var same = Enumerable.Range(0, 8).Average(topic => words.Nearest(Word(topic, 3), 10).Count(near => Enumerable.Range(0, 15).Any(other => near.Word == Word(topic, other))));
        Assert.InRange(same, 8, 10);

        // Words of a topic have no letters in common, so that n-grams cannot tell.
        static string Word(int topic, int word) => TrainingRandom.Mix((ulong)((topic * 100) + word)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture)[..8];
    }

    /// <summary>The hashes were noted once; every vector width must give them, and every machine.</summary>
    [Theory]
    [InlineData(ModelKind.SkipGram, 5, "f239bedef4a805da")]
    [InlineData(ModelKind.SkipGram, 0, "ddad3e723735796d")]
    [InlineData(ModelKind.Cbow, 5, "6ee0c85e0303411b")]
    public void One_thread_gives_the_same_bytes_everywhere(ModelKind kind, int mostGram, string expected)
    {
        var options = Small with { Kind = kind, MostGram = mostGram, Dimension = 23 };
        var corpus = Corpus(InventedText.Lines(300, seed: 9));
        Assert.Equal(expected, HashOf(corpus, options));
        Assert.Equal(expected, HashOf(corpus, options));
        Assert.NotEqual(expected, HashOf(corpus, options with { Seed = 2 }));
    }

    [Fact]
    public void The_vocabulary_has_the_frequent_words_first_and_leaves_out_rare_ones()
    {
        using var model = FastTextTrainer.Train(Corpus("b a a\nc a b\nd c a b\n"), Small with { LeastCount = 2 });
        Assert.Equal(["a", "</s>", "b", "c"], Enumerable.Range(0, model.Vocabulary.Count).Select(model.Vocabulary.TextOf));
        Assert.Equal([4L, 3, 3, 2], Enumerable.Range(0, model.Vocabulary.Count).Select(model.Vocabulary.CountOf));
        Assert.Equal(13, model.Vocabulary.Tokens);
    }

    [Fact]
    public void The_loss_falls_and_all_tokens_are_told_of()
    {
        var told = new List<TrainingProgress>();
        var corpus = Corpus(InventedText.Lines(3000, seed: 5));
        FastTextTrainer.Train(corpus, Small, new Told(told)).Dispose();
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.Equal(corpus.Tokens * Small.Epochs, told[^1].Done);
        Assert.InRange(told[^1].Loss, 0.5, 6 * Math.Log(2) - 0.1);
        Assert.Equal(0, told[^1].LearningRate);
    }

    [Fact]
    public void What_cannot_be_trained_is_refused_with_the_reason()
    {
        Assert.Contains("occurs 5 times", Assert.Throws<ArgumentException>(() => FastTextTrainer.Train(Corpus("a b c\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("has a label", Assert.Throws<ArgumentException>(() => FastTextTrainer.Train(Corpus("a b c\n"), TrainingOptions.Supervised)).Message, StringComparison.Ordinal);
        Assert.Contains("negative sampling", Assert.Throws<ArgumentException>(() => FastTextTrainer.Train(Corpus("a b c\n"), Small with { Loss = ModelLoss.Softmax })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { Dimension = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Small with { LearningRate = double.NaN });
    }

    [Fact]
    public void Training_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var corpus = Corpus(InventedText.Lines(2000, seed: 5));
        stop.CancelAfter(50);
        Assert.ThrowsAny<OperationCanceledException>(() => FastTextTrainer.Train(corpus, Small with { Epochs = 10_000, Threads = 2 }, null, stop.Token));
    }

    [Fact]
    public void A_word_by_itself_can_be_trained()
    {
        using var model = FastTextTrainer.Train(Corpus("a\na\na a a a\n"), Small);
        Assert.All(model.WordVector("a"), value => Assert.True(float.IsFinite(value)));
    }

    private static TrainingCorpus Corpus(string text)
    {
        var corpus = new TrainingCorpus();
        Assert.True(corpus.AddLines(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        return corpus;
    }

    private static string HashOf(TrainingCorpus corpus, TrainingOptions options)
    {
        using var model = FastTextTrainer.Train(corpus, options);
        using var bytes = new MemoryStream();
        model.Save(bytes);
        return XxHash3.HashToUInt64(bytes.ToArray()).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Save(FastTextModel model, string name)
    {
        var path = files.NewFile(name);
        using var file = File.Create(path);
        model.Save(file);
        return path;
    }

    private sealed class Told(List<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told.Add(value);
    }
}
