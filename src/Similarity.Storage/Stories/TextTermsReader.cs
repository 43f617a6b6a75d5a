namespace Similarity.Storage;

/// <summary>Reads the terms of articles.</summary>
/// <remarks>Not thread-safe: one a thread.</remarks>
internal sealed class TextTermsReader(FeatureOptions features)
{
    private readonly TermReader _reader = new(features);
    private readonly TermBatch _batch = new();

    /// <summary>The terms of an article without the furniture that was found in it.</summary>
    public TextTerms Read(ArticleBuffer article, TextForm form, ReadOnlySpan<FurnitureSpan> furniture)
    {
        _batch.Clear();
        _reader.Read(article, form, furniture, _batch);
        return TextTerms.Of(_batch);
    }
}
