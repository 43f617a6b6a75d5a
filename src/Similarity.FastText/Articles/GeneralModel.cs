namespace Similarity.FastText;

/// <summary>
/// A small model of English news that comes with the library, for whoever has neither a model nor enough articles to train one: 100 dimensions,
/// whole words, quantised; and what it has learnt of whole articles. Made by <c>benchmarks general-model</c>: words, vectors and
/// counts, no text.
/// </summary>
public static class GeneralModel
{
    private const string ModelResource = "general.ftz";
    private const string DirectionsResource = "general.articles";

    /// <summary>The model; some milliseconds, some megabytes.</summary>
    public static FastTextModel Load()
    {
        using var stream = Open(ModelResource);
        return FastTextModel.Load(stream);
    }

    /// <summary>An embedder of articles by this model.</summary>
    public static ArticleEmbedder CreateEmbedder(FeatureOptions? features = null)
    {
        using var model = Load();
        using var stream = Open(DirectionsResource);
        return ArticleDirections.Load(model, stream, features);
    }

    private static Stream Open(string name) => typeof(GeneralModel).Assembly.GetManifestResourceStream(name)!;
}
