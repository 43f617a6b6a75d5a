using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>Articles of files in order of time, numbered anew, because an index has each identifier once.</summary>
internal sealed class TimedArticles : IArticleTexts
{
    private readonly LoadedArticles _articles;
    private readonly int[] _order;

    public TimedArticles(IEnumerable<string> files)
    {
        _articles = new LoadedArticles(files);
        var buffer = new ArticleBuffer();
        var times = new long[_articles.Count];
        for (var article = 0; article < times.Length; article++)
        {
            _articles.Read(article, buffer);
            times[article] = ArticleRanking.LatestMomentOf(buffer.PublishedTicks ?? long.MaxValue);
        }
        _order = [.. Enumerable.Range(0, times.Length).OrderBy(article => times[article])];
    }

    public int Count => _order.Length;

    /// <summary>The identifier of an article.</summary>
    public static string IdOf(int article) => article.ToString(CultureInfo.InvariantCulture);

    public void Read(int index, ArticleBuffer buffer)
    {
        _articles.Read(_order[index], buffer);
        buffer.Set(ArticleField.Id, IdOf(index));
    }
}
