using System.Diagnostics;
using System.Globalization;
using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary><c>training</c>: words a second of our training and of the original program's, by the same settings on the same text.</summary>
internal static class TrainingCommand
{
    public static int Run(Arguments arguments)
    {
        var source = arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no articles to train on here; name their file with --source.");
        var articles = new LoadedArticles([source]);
        var lines = FoldedCorpus.Lines(articles, arguments.Integer("--articles", 2000)).ToList();
        var corpus = FoldedCorpus.Of(lines);
        var folder = Directory.CreateTempSubdirectory("similarity-training");
        try
        {
            var text = FoldedCorpus.Write(lines, folder.FullName);
            Machine.PrintHeading("Training of fastText models", "training");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} articles, {corpus.Tokens:n0} tokens, one epoch, dimension 100, 5 negatives, window 5. Whole runs, start and writing of the model included.\n"));
            var table = new MarkdownTable("model", "threads", "original, words/s", "ours, words/s", "ratio");
            foreach (var kind in new[] { ModelKind.SkipGram, ModelKind.Cbow })
            {
                foreach (var grams in new[] { 6, 0 })
                {
                    foreach (var threads in new[] { 1, 2 })
                    {
                        var options = new TrainingOptions { Kind = kind, MostGram = grams, Epochs = 1, Threads = threads };
                        var theirs = Words(corpus, () => OriginalFastText.Train(text, Path.Combine(folder.FullName, "theirs"), options));
                        var ours = Words(corpus, () => RunOurs(lines, Path.Combine(folder.FullName, "ours"), options));
                        table.Row($"{kind}, n-grams up to {grams}", $"{threads}", $"{theirs:n0}", $"{ours:n0}", $"{ours / theirs:n1}");
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

    private static double Words(TrainingCorpus corpus, Action run)
    {
        var clock = Stopwatch.StartNew();
        run();
        return corpus.Tokens / clock.Elapsed.TotalSeconds;
    }

    private static void RunOurs(List<byte[]> lines, string path, TrainingOptions options)
    {
        using var model = FastTextTrainer.Train(FoldedCorpus.Of(lines), options);
        using (var file = File.Create(path + ".bin")) model.Save(file);
        using var vectors = File.Create(path + ".vec");
        VectorFile.Save(model, vectors);
    }
}
