using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary><c>general-model</c>: makes the model that comes with the library. The same articles give the same bytes.</summary>
internal static class GeneralModelCommand
{
    public static int Run(Arguments arguments)
    {
        var source = arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no articles to train on here; name their file with --source.");
        var folder = arguments.Required("--output");
        var articles = new LoadedArticles([source]);
        var features = new FeatureOptions { Furniture = new FurnitureOptions { Known = articles.LearnFurniture() } };
        var corpus = new TrainingCorpus();
        Each(words => _ = corpus.AddLine(words.Fold()));
        using var trained = FastTextTrainer.Train(corpus, new TrainingOptions { MostGram = 0, LeastCount = arguments.Integer("--min-count", 5), Epochs = arguments.Integer("--epochs", 5), Threads = 1 });
        using var small = trained.Quantize(partDimension: 2, outputPartDimension: trained.Dimension, Environment.ProcessorCount);
        var fit = new ArticleEmbedder(small).Fit();
        Each(fit.Add);
        using (var model = File.Create(Path.Combine(folder, "general.ftz"))) small.Save(model);
        using (var directions = File.Create(Path.Combine(folder, "general.articles"))) ArticleDirections.Save(fit.ToEmbedder(), directions);
        Console.WriteLine($"{corpus.Tokens} tokens, {small.Vocabulary.WordCount} words");
        return 0;

        void Each(Action<ArticleWords> take)
        {
            var (buffer, words) = (new ArticleBuffer(), new ArticleWords(features));
            for (var article = 0; article < articles.Count; article++)
            {
                articles.Read(article, buffer);
                words.Read(buffer);
                take(words);
            }
        }
    }
}
