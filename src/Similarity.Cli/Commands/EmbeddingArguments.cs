using System.CommandLine;

namespace Similarity.Cli;

/// <summary>The options that say which embedder brings further candidates, for every command that finds stories.</summary>
internal sealed class EmbeddingArguments
{
    private readonly Option<string> _embedding = new("--embedding")
    {
        Description = "What brings further candidates: nothing, or vectors of fastText, for articles that tell one event in different words.",
        HelpName = "none|fasttext",
        DefaultValueFactory = _ => "none",
    };

    private readonly Option<string?> _model = new("--model") { Description = "The model for --embedding fasttext; without it as in embed.", HelpName = "FILE" };
    private readonly Option<string?> _cache = new("--cache") { Description = "Keep a model that is trained here, and use it again for the same articles.", HelpName = "DIR" };

    public EmbeddingArguments()
    {
        _embedding.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "none", "fasttext");
        Checks.NotEmpty(_model);
        Checks.NotEmpty(_cache);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _embedding, _model, _cache }) command.Add(option);
        command.Validators.Add(parsed =>
        {
            if (!IsAsked(parsed.GetValue(_embedding)) && (parsed.GetValue(_model) ?? parsed.GetValue(_cache)) is not null) parsed.AddError("--model and --cache belong to --embedding fasttext.");
        });
    }

    /// <summary>The embedder; <see langword="null"/> for none.</summary>
    public async Task<IArticleEmbedder?> ReadAsync(ParseResult parsed, string[] inputs, Formats.ReadOptions read, FeatureOptions features, int threads, bool quiet, CancellationToken cancellation)
    {
        if (!IsAsked(parsed.GetValue(_embedding))) return null;
        var choice = new EmbedderChoice(inputs, read, features, threads, quiet);
        return parsed.GetValue(_model) is { } path ? await choice.OfModelAsync(path, cancellation) : await choice.WithoutModelAsync(parsed.GetValue(_cache), cancellation);
    }

    private static bool IsAsked(string? embedding) => string.Equals(embedding, "fasttext", StringComparison.OrdinalIgnoreCase);
}
