namespace Similarity;

/// <summary>Texts that are in memory anyway.</summary>
internal sealed class ArticleList(IReadOnlyList<Article> articles) : IArticleTexts
{
    public void Read(int index, ArticleBuffer buffer) => buffer.Set(articles[index]);
}
