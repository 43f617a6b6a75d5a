using System.Diagnostics;
using System.Globalization;
using System.Text;
using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary><c>embedding</c>: articles of 300 words a second on one core, ours from raw text and the original's from words that are folded already.</summary>
internal static class EmbeddingCommand
{
    private const int Words = 300;

    public static int Run(Arguments arguments)
    {
        var source = arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no articles to embed here; name their file with --source.");
        var articles = new LoadedArticles([source]);
        var texts = Cut(articles, arguments.Integer("--articles", 10_000));
        var corpus = FoldedCorpus.Of(FoldedCorpus.Lines(articles, 3000));
        using var model = FastTextTrainer.Train(corpus, new TrainingOptions { MostGram = arguments.Integer("--max-gram", 0), Buckets = 200_000, Epochs = 1, Threads = Environment.ProcessorCount });
        var folder = Directory.CreateTempSubdirectory("similarity-embedding");
        try
        {
            var path = Path.Combine(folder.FullName, "model.bin");
            using (var file = File.Create(path)) model.Save(file);
            Machine.PrintHeading("Embedding of articles", "embedding");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count:n0} texts of {Words} words, dimension {model.Dimension}, {model.Vocabulary.WordCount:n0} words; one core. The original's time is that of many lines less that of one.\n"));
            var table = new MarkdownTable("what", "articles/s", "against the original");
            byte[][] lines = [.. texts.Select(Fold)];
            var theirs = lines.Length / (Original(path, lines, out var printed) - Original(path, lines[..1], out _));
            table.Row($"original, print-sentence-vectors", $"{theirs:n0}", $"1");
            CheckSentences(model, lines, printed);
            var sentences = new SentenceEmbedder(model);
            var same = lines.Length / Enumerable.Range(0, 5).Select(_ => Seconds(() => EmbedSentences(sentences, lines))).Order().ElementAt(2);
            table.Row($"ours, the same vectors, each compared with what it printed", $"{same:n0}", $"{same / theirs:n1}");
            foreach (var (name, features) in new[] { ("as the text stands", new FeatureOptions { Furniture = FurnitureOptions.None }), ("furniture found and left out", new FeatureOptions()) })
            {
                var embedder = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features });
                _ = EmbedAll(embedder, features, texts);
                var ours = texts.Count / Enumerable.Range(0, 5).Select(_ => Seconds(() => EmbedAll(embedder, features, texts))).Order().ElementAt(2);
                table.Row($"ours, smooth inverse frequency, from raw text, {name}", $"{ours:n0}", $"{ours / theirs:n1}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    /// <summary>Texts of as many words, cut from articles as they stand.</summary>
    private static List<byte[]> Cut(LoadedArticles articles, int most)
    {
        var (texts, buffer, tokens) = (new List<byte[]>(), new ArticleBuffer(), new TokenBuffer(withOffsets: true));
        for (var article = 0; article < articles.Count && texts.Count < most; article++)
        {
            articles.Read(article, buffer);
            tokens.Clear();
            Tokenizer.Tokenize(buffer.Body, tokens);
            for (var first = 0; first + Words <= tokens.Count && texts.Count < most; first += Words) texts.Add(buffer.Body[tokens.Starts[first]..tokens.Ends[first + Words - 1]].ToArray());
        }
        return texts;
    }

    private static byte[] Fold(byte[] text)
    {
        var folded = new byte[(text.Length * 4) + 1024];
        return [.. folded.AsSpan(0, Tokenizer.Fold(text, folded)), (byte)'\n'];
    }

    private static double EmbedAll(ArticleEmbedder embedder, FeatureOptions features, List<byte[]> texts)
    {
        var (buffer, words, vector) = (new ArticleBuffer(), new ArticleWords(features), new float[embedder.Dimension]);
        var sum = 0.0;
        foreach (var text in texts)
        {
            buffer.Clear();
            buffer.Set(ArticleField.Body, text);
            words.Read(buffer);
            _ = embedder.Embed(words, vector);
            sum += vector[0];
        }
        return sum;
    }

    /// <summary>Fails where a vector is not what the original printed.</summary>
    private static void CheckSentences(FastTextModel model, byte[][] lines, string printed)
    {
        var (embedder, vector) = (new SentenceEmbedder(model), new float[model.Dimension]);
        using var reader = new StringReader(printed);
        foreach (var line in lines)
        {
            _ = embedder.Embed(line, vector);
            foreach (var (i, number) in reader.ReadLine()!.TrimEnd().Split(' ').Index())
            {
                if (Math.Abs(float.Parse(number, CultureInfo.InvariantCulture) - vector[i]) > 1e-5) throw new IOException($"A vector is not the original's: {vector[i]} and {number}.");
            }
        }
    }

    private static double EmbedSentences(SentenceEmbedder embedder, byte[][] lines)
    {
        var vector = new float[100];
        foreach (var line in lines) _ = embedder.Embed(line, vector);
        return vector[0];
    }

    private static double Original(string model, byte[][] lines, out string printed)
    {
        printed = "";
        var output = new StringBuilder();
        var seconds = Seconds(() =>
        {
            using var process = Process.Start(new ProcessStartInfo("fasttext", ["print-sentence-vectors", model]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var reading = process.StandardOutput.ReadToEndAsync();
            foreach (var line in lines) process.StandardInput.BaseStream.Write(line);
            process.StandardInput.Close();
            output.Append(reading.GetAwaiter().GetResult());
            process.WaitForExit();
            return 0;
        });
        printed = output.ToString();
        return seconds;
    }

    private static double Seconds(Func<double> run)
    {
        var clock = Stopwatch.StartNew();
        _ = run();
        return clock.Elapsed.TotalSeconds;
    }
}
