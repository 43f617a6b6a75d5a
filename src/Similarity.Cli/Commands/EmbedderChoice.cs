using System.Diagnostics;
using System.Globalization;
using Similarity.FastText;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>
/// Which embedder a run uses: that of a model that is named; otherwise one trained on the run's own articles, where these are enough, and the
/// general model where they are not. Says which, and what it cost.
/// </summary>
/// <param name="inputs">The run's articles.</param>
/// <param name="read">How they are read.</param>
/// <param name="features">What of a page is text.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="quiet">Whether to say nothing.</param>
internal sealed class EmbedderChoice(string[] inputs, ReadOptions read, FeatureOptions features, int threads, bool quiet)
{
    /// <summary>Words below which the general model, made from twelve million, knows more than the articles teach.</summary>
    private const long LeastOwnWords = 5_000_000;

    /// <summary>Words that a model is trained on at most: some minutes.</summary>
    private const long MostOwnWords = 40_000_000;

    private static readonly TrainingOptions OwnOptions = new() { MostGram = 0 };

    /// <summary>Of the model at <paramref name="path"/>.</summary>
    public async Task<ArticleEmbedder> OfModelAsync(string path, CancellationToken cancellation)
    {
        using var model = ModelFiles.Open(path);
        return ModelFiles.OpenEmbedder(model, path, features) ?? await FitAsync(model, cancellation);
    }

    /// <summary>Without a model.</summary>
    /// <param name="cache">A folder where models that were trained are kept and found again; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ArticleEmbedder> WithoutModelAsync(string? cache, CancellationToken cancellation)
    {
        if (inputs.Contains("-", StringComparer.Ordinal)) return General("what comes from a pipe cannot be read twice");
        var corpus = new TrainingCorpus(MostOwnWords);
        _ = await CorpusRun.ReadAsync(inputs, read, features, threads, (_, words) => new(corpus.AddLine(words.Fold())), progress: null, cancellation);
        if (corpus.Tokens < LeastOwnWords) return General(string.Create(CultureInfo.InvariantCulture, $"{corpus.Tokens:n0} words are too few to learn from, {LeastOwnWords:n0} are needed"));
        return cache is null
            ? await TrainAsync(corpus, null, cancellation)
            : await CachedAsync(corpus, Path.Combine(cache, corpus.Fingerprint(OwnOptions) + ".bin"), cancellation);
    }

    private async Task<ArticleEmbedder> CachedAsync(TrainingCorpus corpus, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            try
            {
                using var model = ModelFiles.Open(path);
                if (ModelFiles.OpenEmbedder(model, path, features) is { } known)
                {
                    Say($"the model trained on these articles before, {path}");
                    return known;
                }
            }
            catch (IOException fault)
            {
                Say($"{fault.Message}; it is made anew");
            }
        }
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return await TrainAsync(corpus, path, cancellation);
    }

    private async Task<ArticleEmbedder> TrainAsync(TrainingCorpus corpus, string? path, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var model = await TrainingView.ShowAsync(progress => FastTextTrainer.Train(corpus, OwnOptions with { Threads = threads }, progress, cancellation), quiet);
        var fit = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features }).Fit();
        fit.Add(corpus);
        var embedder = fit.ToEmbedder(ModelFiles.Directions);
        Say(string.Create(CultureInfo.InvariantCulture, $"a model trained on {corpus.Tokens:n0} words of these articles in {clock.Elapsed.TotalSeconds:n0} s; train keeps one, and --model uses it again"));
        if (path is null) return embedder;
        using var file = ReplacedFile.Create(path);
        using var directions = ReplacedFile.Create(path + ModelFiles.DirectionsExtension);
        model.Save(file.Stream);
        ArticleDirections.Save(embedder, directions.Stream);
        directions.Complete();
        file.Complete();
        return embedder;
    }

    /// <summary>Learns what the articles have in common, where nothing stands beside the model.</summary>
    private async Task<ArticleEmbedder> FitAsync(FastTextModel model, CancellationToken cancellation)
    {
        var plain = new ArticleEmbedder(model, new ArticleEmbedderOptions { Features = features });
        if (inputs.Contains("-", StringComparer.Ordinal)) return plain;
        var fit = plain.Fit();
        _ = await CorpusRun.ReadAsync(inputs, read, features, threads, (_, words) => new(Add(fit, words)), progress: null, cancellation);
        return fit.ToEmbedder(fit.Articles > ModelFiles.Directions ? ModelFiles.Directions : 0);
    }

    private static bool Add(ArticleEmbedderFit fit, ArticleWords words)
    {
        fit.Add(words);
        return fit.Articles < ModelFiles.MostFitted;
    }

    private ArticleEmbedder General(string why)
    {
        Say($"the general model of English news: {why}");
        return GeneralModel.CreateEmbedder(features);
    }

    private void Say(string what)
    {
        if (!quiet) StandardError.Say($"embedding by {what}");
    }
}
