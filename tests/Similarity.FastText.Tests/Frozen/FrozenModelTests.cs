namespace Similarity.FastText.Tests;

public sealed class FrozenModelTests
{
    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void Word_vectors_stay_what_they_were(string file)
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf(file));
        var lines = FrozenModels.Lines(Path.ChangeExtension(file, "words"));
        Assert.Equal(FrozenModels.Lines("words").Length, lines.Length);
        foreach (var (word, line) in FrozenModels.Lines("words").Zip(lines))
        {
            Expect.Near(FrozenModels.Numbers(FrozenModels.Fields(line)[1..]), model.WordVector(word), word);
        }
    }

    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void Sentence_vectors_stay_what_they_were(string file)
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf(file));
        var vectors = FrozenModels.Lines(Path.ChangeExtension(file, "lines"));
        Assert.Equal(FrozenModels.Lines("lines").Length, vectors.Length);
        foreach (var (line, vector) in FrozenModels.Lines("lines").Zip(vectors))
        {
            Expect.Near(FrozenModels.Numbers(FrozenModels.Fields(vector)), model.SentenceVector(line + "\n"), line);
        }
    }

    [Theory]
    [InlineData("softmax.bin")]
    [InlineData("hs.bin")]
    [InlineData("pruned.ftz")]
    public void Predicted_labels_stay_what_they_were(string file)
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf(file));
        foreach (var (line, expected) in FrozenModels.Lines("lines").Zip(FrozenModels.Lines(Path.ChangeExtension(file, "labels"))))
        {
            var found = model.PredictLabels(line, k: 4);
            Assert.Equal(FrozenModels.Fields(expected).Where((_, i) => i % 2 == 0), found.Select(label => label.Label));
            Expect.Near(FrozenModels.Numbers(FrozenModels.Fields(expected).Where((_, i) => i % 2 == 1)), [.. found.Select(label => label.Probability)], line);
        }
    }

    [Fact]
    public void The_files_are_what_their_names_say()
    {
        using var skipgram = FastTextModel.Open(FrozenModels.PathOf("skipgram.bin"));
        Assert.False(skipgram.IsSupervised || skipgram.IsQuantized);
        Assert.Equal(ModelKind.SkipGram, skipgram.Arguments.Kind);
        using var hs = FastTextModel.Open(FrozenModels.PathOf("hs.bin"));
        Assert.Equal(ModelLoss.HierarchicalSoftmax, hs.Arguments.Loss);
        Assert.Equal(4, hs.Vocabulary.LabelCount);
        using var pruned = FastTextModel.Open(FrozenModels.PathOf("pruned.ftz"));
        Assert.True(pruned.IsSupervised && pruned.IsQuantized);
        Assert.True(pruned.Pruned!.Count > 0);
    }
}
