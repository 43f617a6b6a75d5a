namespace Similarity.Storage;

/// <summary>An article and what is computed of it alone, before anything else is looked at.</summary>
/// <param name="Article">The article.</param>
/// <param name="Id">Its identifier, maybe derived, in UTF-8.</param>
/// <param name="Features">Its features; the number, article and outlet in them mean nothing yet.</param>
/// <param name="Record">Its value in the store.</param>
internal sealed record PreparedArticle(ArticleBuffer Article, byte[] Id, StoredText Features, byte[] Record)
{
    /// <summary>The row with the number of its outlet.</summary>
    public ArticleRow RowWith(int outlet)
    {
        var row = Features.Row;
        row.Outlet = outlet;
        return row;
    }
}
