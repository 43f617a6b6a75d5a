using System.Text;

namespace Similarity.FastText.Tests;

public sealed class ArticleEmbedderTests
{
    private static readonly string[] Words = InventedText.Words;

    [Fact]
    public void A_vector_is_the_weighed_sum_of_the_words_that_the_model_knows()
    {
        using var model = Train();
        var embedder = new ArticleEmbedder(model, new ArticleEmbedderOptions { TitleWeight = 3, Smoothing = 1e-2 });
        var article = new Article("a", $"{Words[0]}, {Words[1]} unknownword {Words[0]}!") { Title = Words[2] };
        var expected = new double[model.Dimension];
        foreach (var (word, factor) in new[] { (Words[2], 3.0), (Words[0], 2), (Words[1], 1) })
        {
            var entry = model.Vocabulary.Find(Encoding.UTF8.GetBytes(word));
            var weight = factor * 1e-2 / (1e-2 + ((double)model.Vocabulary.CountOf(entry) / model.Vocabulary.Tokens));
            foreach (var (i, value) in model.WordVector(word).Index()) expected[i] += weight * value;
        }
        var length = Math.Sqrt(expected.Sum(value => value * value));
        foreach (var (i, value) in embedder.Embed(article).Index()) Assert.Equal(expected[i] / length, value, 1e-5);
    }

    /// <summary>With words weighed alike and no title this is the mean of word vectors, which the original prints for a line, up to its length.</summary>
    [Fact]
    public void Words_weighed_alike_give_the_mean_of_their_vectors()
    {
        using var model = Train();
        var embedder = new ArticleEmbedder(model, new ArticleEmbedderOptions { Smoothing = 1e9 });
        var mean = new double[model.Dimension];
        foreach (var word in Words.Take(20))
        {
            foreach (var (i, value) in model.WordVector(word).Index()) mean[i] += value;
        }
        var length = Math.Sqrt(mean.Sum(value => value * value));
        var vector = embedder.Embed(new Article("a", string.Join(' ', Words.Take(20))));
        foreach (var (i, value) in vector.Index()) Assert.Equal(mean[i] / length, value, 1e-5);
    }

    [Fact]
    public void What_all_articles_have_in_common_is_taken_off()
    {
        using var model = Train();
        var plain = new ArticleEmbedder(model);
        var articles = Enumerable.Range(0, 300).Select(Article).ToList();
        var embedder = Fit(plain, articles).ToEmbedder();
        Assert.Equal(1, embedder.Components);
        Assert.True(MeanCosine(embedder, articles) < MeanCosine(plain, articles) - 0.05);
        Assert.Equal(1, Norm(embedder.Directions), 5);
        foreach (var article in articles.Take(20))
        {
            var vector = embedder.Embed(article);
            Assert.Equal(1, Norm(vector), 4);
            Assert.Equal(0, Dot(vector, embedder.Directions), 4);
        }
    }

    [Fact]
    public void The_lines_of_a_corpus_teach_what_articles_of_the_same_words_do()
    {
        using var model = Train();
        var (corpus, plain) = (new TrainingCorpus(), new ArticleEmbedder(model));
        var articles = Enumerable.Range(0, 100).Select(i => Article(i) with { Title = null }).ToList();
        var (buffer, words) = (new ArticleBuffer(), new ArticleWords());
        foreach (var article in articles)
        {
            buffer.Set(article);
            words.Read(buffer);
            Assert.True(corpus.AddLine(words.Fold()));
        }
        var fit = plain.Fit();
        fit.Add(corpus);
        Assert.Equal(100, fit.Articles);
        Assert.Equal(Fit(plain, articles).ToEmbedder().Fingerprint, fit.ToEmbedder().Fingerprint);
    }

    [Fact]
    public void An_article_of_unknown_words_and_one_of_none_are_zeros()
    {
        using var model = Train();
        var embedder = Fit(new ArticleEmbedder(model), [.. Enumerable.Range(0, 50).Select(Article)]).ToEmbedder();
        Assert.All(embedder.Embed(new Article("a", "nobody knows these")), value => Assert.Equal(0, value));
        Assert.All(embedder.Embed(new Article("a", null)), value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_same_article_has_the_same_bits_alone_in_a_batch_and_on_other_threads()
    {
        using var model = Train();
        var embedder = new ArticleEmbedder(model);
        var articles = Enumerable.Range(0, 200).Select(Article).ToList();
        var alone = articles.ConvertAll(embedder.Embed);
        var parallel = articles.AsParallel().AsOrdered().Select(embedder.Embed).ToList();
        for (var i = 0; i < articles.Count; i++) Assert.Equal(alone[i], parallel[i]);
    }

    [Fact]
    public void What_was_learnt_is_kept_in_a_file_of_its_own_and_belongs_to_its_model()
    {
        using var model = Train();
        var embedder = Fit(new ArticleEmbedder(model, new ArticleEmbedderOptions { TitleWeight = 4 }), [.. Enumerable.Range(0, 100).Select(Article)]).ToEmbedder(2);
        using var file = new MemoryStream();
        ArticleDirections.Save(embedder, file);
        var bytes = file.ToArray();
        var loaded = ArticleDirections.Load(model, new MemoryStream(bytes));
        Assert.Equal(embedder.Fingerprint, loaded.Fingerprint);
        Assert.Equal(embedder.Embed(Article(7)), loaded.Embed(Article(7)));

        using var other = Train(seed: 2);
        var refused = Assert.Throws<ModelFormatException>(() => ArticleDirections.Load(other, new MemoryStream(bytes)));
        Assert.Contains("belong to the model fasttext-", refused.Message, StringComparison.Ordinal);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x40;
            Assert.Throws<ModelFormatException>(() => ArticleDirections.Load(model, new MemoryStream(damaged)));
            Assert.Throws<ModelFormatException>(() => ArticleDirections.Load(model, new MemoryStream(bytes, 0, i)));
        }
    }

    [Fact]
    public void Fingerprints_tell_models_and_settings_apart()
    {
        using var model = Train();
        using var other = Train(seed: 2);
        string[] fingerprints =
        [
            new ArticleEmbedder(model).Fingerprint,
            new ArticleEmbedder(other).Fingerprint,
            new ArticleEmbedder(model, new ArticleEmbedderOptions { TitleWeight = 1 }).Fingerprint,
            new ArticleEmbedder(model, new ArticleEmbedderOptions { Smoothing = 1 }).Fingerprint,
            Fit(new ArticleEmbedder(model), [.. Enumerable.Range(0, 50).Select(Article)]).ToEmbedder().Fingerprint,
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
        Assert.Equal(fingerprints[0], new ArticleEmbedder(model).Fingerprint);
    }

    [Fact]
    public void Too_few_articles_are_refused()
    {
        using var model = Train();
        Assert.Throws<InvalidOperationException>(() => new ArticleEmbedder(model).Fit().ToEmbedder());
        Assert.Throws<ArgumentException>(() => new ArticleEmbedder(model).Embed(new ArticleWords(), new float[3]));
    }

    private static FastTextModel Train(ulong seed = 1)
    {
        var corpus = new TrainingCorpus();
        _ = corpus.AddLines(new MemoryStream(Encoding.UTF8.GetBytes(InventedText.Lines(400, seed: 3))));
        return FastTextTrainer.Train(corpus, new TrainingOptions { Dimension = 16, LeastCount = 1, Buckets = 500, Seed = seed });
    }

    private static Article Article(int seed) => new($"a{seed}", InventedText.Lines(3, seed)) { Title = Words[seed % Words.Length] };

    private static ArticleEmbedderFit Fit(ArticleEmbedder embedder, List<Article> articles)
    {
        var (fit, buffer, words) = (embedder.Fit(), new ArticleBuffer(), new ArticleWords());
        foreach (var article in articles)
        {
            buffer.Set(article);
            words.Read(buffer);
            fit.Add(words);
        }
        return fit;
    }

    private static double MeanCosine(ArticleEmbedder embedder, List<Article> articles)
    {
        var vectors = articles.ConvertAll(embedder.Embed);
        return vectors.SelectMany((a, i) => vectors.Skip(i + 1).Select(b => (double)Dot(a, b))).Average();
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => System.Numerics.Tensors.TensorPrimitives.Dot(a, b);

    private static float Norm(ReadOnlySpan<float> a) => System.Numerics.Tensors.TensorPrimitives.Norm(a);
}
