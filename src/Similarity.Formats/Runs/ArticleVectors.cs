using System.Text;

namespace Similarity.Formats;

/// <summary>Embeds the articles of a run, some at a time.</summary>
internal static class ArticleVectors
{
    /// <summary>A vector an article, in input order; <see langword="null"/> without an embedder.</summary>
    public static async Task<VectorTable?> EmbedAsync(IArticleEmbedder? embedder, IArticleTexts texts, int count, CancellationToken cancellation)
    {
        if (embedder is null) return null;
        var embedded = new EmbeddedArticles(embedder);
        var buffer = new ArticleBuffer();
        await embedded.AddAsync(Enumerable.Range(0, count).Select(article => Read(texts, article, buffer)), cancellation: cancellation);
        return embedded.Vectors;
    }

    private static Article Read(IArticleTexts texts, int article, ArticleBuffer buffer)
    {
        texts.Read(article, buffer);
        return new Article(Encoding.UTF8.GetString(buffer.Id), Encoding.UTF8.GetString(buffer.Body)) { Title = Encoding.UTF8.GetString(buffer.Title), Outlet = Encoding.UTF8.GetString(buffer.Outlet) };
    }
}
