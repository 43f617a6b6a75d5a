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
        var table = new TermTable();
        _batch.AddTo(table);
        return new TextTerms((byte)table.LanguageOf(0), table.TermsOf(0).ToArray(), table.CountsOf(0).ToArray());
    }
}
