using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary><c>training-quality</c>: what our vectors are worth beside those that the original program trains on the same text.</summary>
internal static class TrainingQualityCommand
{
    private const int Words = 2000;
    private const int Neighbours = 10;

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        var lines = FoldedCorpus.Lines(new LoadedArticles([Path.Combine(data, "raw/allsides-12500.jsonl.gz")]), arguments.Integer("--articles", 3000)).ToList();
        var corpus = FoldedCorpus.Of(lines);
        var folder = Directory.CreateTempSubdirectory("similarity-training");
        try
        {
            var text = FoldedCorpus.Write(lines, folder.FullName);
            Machine.PrintHeading("Quality of trained fastText models", "training-quality");
            Console.WriteLine($"""
                {lines.Count} articles. "Neighbours" is how many of the {Neighbours} nearest words of the {Words} most frequent ones a model has in common with one that the
                original trained. "AUC" is the probability that two articles of one labelled story are closer than two of different ones, by means of word vectors with
                smooth inverse frequency weights.

                """);
            var table = new MarkdownTable(["settings", "trained by", "neighbours", .. StoryLabels.Sets.Select(set => "AUC " + set)]);
            foreach (var kind in new[] { ModelKind.SkipGram, ModelKind.Cbow })
            {
                foreach (var grams in new[] { 0, 6 })
                {
                    var options = new TrainingOptions { Kind = kind, MostGram = grams, Epochs = arguments.Integer("--epochs", 5), Threads = Environment.ProcessorCount, Buckets = 200_000 };
                    using var first = Original(text, folder.FullName, options);
                    using var second = Original(text, folder.FullName, options with { Seed = 2 });
                    using var ours = FastTextTrainer.Train(corpus, options);
                    using var alone = FastTextTrainer.Train(corpus, options with { Threads = 1 });
                    Row("original", second);
                    Row("ours", ours);
                    Row("ours, one thread", alone);

                    void Row(string name, FastTextModel model)
                    {
                        double[] areas = [.. StoryLabels.Sets.Select(set => StorySeparation.Of(model, data, set))];
                        table.Row($"{kind}, n-grams up to {grams}", $"{name}", $"{Overlap(first, model):n3}", $"{areas[0]:n4}", $"{areas[1]:n4}", $"{areas[2]:n4}");
                    }
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static FastTextModel Original(string text, string folder, TrainingOptions options)
    {
        var output = Path.Combine(folder, "model");
        OriginalFastText.Train(text, output, options);
        using var file = File.OpenRead(output + ".bin");
        return FastTextModel.Load(file);
    }

    private static double Overlap(FastTextModel a, FastTextModel b)
    {
        var words = Enumerable.Range(1, Math.Min(Words, a.Vocabulary.WordCount - 1)).Select(a.Vocabulary.TextOf).ToList();
        var (nearA, nearB) = (new WordNeighbours(a), new WordNeighbours(b));
        return words.Average(word => (double)Near(nearA, word).Intersect(Near(nearB, word), StringComparer.Ordinal).Count() / Neighbours);

        static IEnumerable<string> Near(WordNeighbours words, string word) => words.Nearest(word, Neighbours).Select(near => near.Word);
    }
}
