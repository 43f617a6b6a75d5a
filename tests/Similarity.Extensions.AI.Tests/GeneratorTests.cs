using Microsoft.Extensions.AI;

namespace Similarity.Extensions.AI.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public async Task Any_generator_embeds_articles_and_those_without_text_are_zeros()
    {
        var generator = new LetterCounts();
        var embedded = new EmbeddedArticles(new GeneratorEmbedder(generator, 26));
        Article[] articles = [new("a", "abba") { Title = "Cab" }, new("b", null), new("c", "  "), new("d", null) { Title = "dad" }, new("e", "zz")];
        await embedded.AddAsync(articles, batch: 2, TestContext.Current.CancellationToken);
        Assert.Equal(["Cab\n\nabba", "dad", "zz"], generator.Asked);
        Assert.Equal(5, embedded.Vectors.Count);
        Assert.Equal(0, embedded.Vectors[1].ToArray().Sum());
        Assert.Equal(1, embedded.Vectors[4][25]);
        Assert.Equal("letters-counts-26", embedded.Fingerprint);
    }

    [Fact]
    public async Task Ours_is_offered_as_a_generator_and_comes_back_the_same()
    {
        var ours = new ArticleEmbeddingGenerator(new GeneratorEmbedder(new LetterCounts(), 26));
        var metadata = (EmbeddingGeneratorMetadata)ours.GetService(typeof(EmbeddingGeneratorMetadata))!;
        Assert.Equal(("similarity", "letters-counts-26", (int?)26), (metadata.ProviderName, metadata.DefaultModelId, metadata.DefaultModelDimensions));
        var given = await ours.GenerateAsync(["abc", "zz", ""], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, given.Count);
        Assert.Equal(1, given[1].Vector.Span[25]);
        Assert.All(given, vector => Assert.Equal("letters-counts-26", vector.ModelId));
        await Assert.ThrowsAsync<NotSupportedException>(() => ours.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 3 }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotSupportedException>(() => ours.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "other" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Vectors_of_different_fingerprints_are_never_compared()
    {
        var one = new EmbeddedArticles(new GeneratorEmbedder(new LetterCounts(), 26));
        var two = new EmbeddedArticles(new GeneratorEmbedder(new LetterCounts(), 26, fingerprint: "something else"));
        await one.AddAsync([new Article("a", "abc")], cancellation: TestContext.Current.CancellationToken);
        await two.AddAsync([new Article("a", "abc")], cancellation: TestContext.Current.CancellationToken);
        var fault = Assert.Throws<ArgumentException>(() => one.CosineWith(0, two, 0));
        Assert.Contains("letters-counts-26", fault.Message, StringComparison.Ordinal);
        Assert.Contains("something else", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, one.CosineWith(0, one, 0), 6);
    }

    [Fact]
    public async Task A_generator_that_gives_too_few_vectors_or_others_is_refused_and_nothing_is_added()
    {
        var short1 = new EmbeddedArticles(new GeneratorEmbedder(new LetterCounts { Forgets = true }, 26));
        await Assert.ThrowsAsync<InvalidOperationException>(() => short1.AddAsync([new Article("a", "abc")], cancellation: TestContext.Current.CancellationToken));
        var narrow = new EmbeddedArticles(new GeneratorEmbedder(new LetterCounts(), 25));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => narrow.AddAsync([new Article("a", "abc")], cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("26 floats; 25 are expected", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, short1.Vectors.Count + narrow.Vectors.Count);
    }

    [Fact]
    public async Task Cancellation_reaches_the_generator()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var embedded = new EmbeddedArticles(new GeneratorEmbedder(new LetterCounts(), 26));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embedded.AddAsync([new Article("a", "abc")], cancellation: stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GeneratorEmbedder(new LetterCounts(), 26).EmbedAsync([new Article("a", "abc")], new VectorTable(26), stop.Token).AsTask());
    }

    /// <summary>A small embedder of another kind: how often each letter occurs.</summary>
    private sealed class LetterCounts : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Asked { get; } = [];

        public bool Forgets { get; init; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked.AddRange(values);
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Skip(Forgets ? 1 : 0).Select(Count)));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("letters", null, "counts", 26) : null;

        public void Dispose()
        {
        }

        private static Embedding<float> Count(string text)
        {
            var counts = new float[26];
            foreach (var letter in text.ToLowerInvariant().Where(char.IsAsciiLetter)) counts[letter - 'a']++;
            return new Embedding<float>(counts);
        }
    }
}
