namespace Similarity.Storage;

/// <summary>Computes and looks up what can be of an article while others are added.</summary>
/// <remarks>Not thread-safe: one a thread.</remarks>
internal sealed class ArticlePreparation(GroupingRules rules, bool readsTerms)
{
    private readonly TextTermsReader _terms = new(rules.Options.Features);
    private readonly FeatureExtractor _extractor = new Deduplication(rules.Options).CreateExtractor();
    private readonly FeatureBatch _batch = new();

    /// <summary>Prepares an article.</summary>
    /// <param name="article">The article; kept.</param>
    /// <param name="postings">Where its keys are looked up.</param>
    /// <param name="added">When it is added, in UTC ticks.</param>
    public PreparedArticle Prepare(ArticleBuffer article, PostingView postings, long added)
    {
        _batch.Clear();
        _extractor.Extract(article, _batch);
        var row = _batch.Rows[0];
        var id = _batch.Text.Slice((int)row.Id, row.IdLength).ToArray();
        var bands = row.Form == TextForm.Empty ? 0 : rules.Bands.Bands;
        var features = _batch.Features;
        var text = new StoredText(
            -1, -1, 1, row, features[..bands].ToArray(), features.Slice(bands, row.Fingerprints).ToArray(), _batch.Furniture[..row.FurnitureSpans].ToArray());
        return new PreparedArticle(article, id, text, ArticleRecord.OfThread.Write(article, id, row.IdDerived, added), postings.FindSealed(PostingKey.Of(text)), readsTerms ? TermsOf(article, text) : null);
    }

    /// <summary>The terms of an article whose text is known; <see langword="null"/> where it has no word.</summary>
    public TextTerms? TermsOf(ArticleBuffer article, StoredText text) =>
        text.Row.Form == TextForm.Empty ? null : _terms.Read(article, text.Row.Form, text.Furniture);
}
