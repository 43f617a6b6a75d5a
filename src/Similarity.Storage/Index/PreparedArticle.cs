namespace Similarity.Storage;

/// <summary>An article and what can be computed and looked up of it beside others.</summary>
/// <param name="Article">The article.</param>
/// <param name="Id">Its identifier, maybe derived, in UTF-8.</param>
/// <param name="Features">Its features; the number, article and outlet in them mean nothing yet.</param>
/// <param name="Record">Its value in the store.</param>
/// <param name="Postings">Who shares its keys, as far as that can be looked up ahead.</param>
/// <param name="Terms">Its terms; <see langword="null"/> where it has no word, or no stories are found.</param>
internal sealed record PreparedArticle(ArticleBuffer Article, byte[] Id, StoredText Features, byte[] Record, SealedPostings Postings, TextTerms? Terms)
{
    /// <summary>The row with the number of its outlet.</summary>
    public ArticleRow RowWith(int outlet)
    {
        var row = Features.Row;
        row.Outlet = outlet;
        return row;
    }
}
