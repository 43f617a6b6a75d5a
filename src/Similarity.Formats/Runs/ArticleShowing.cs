using System.Text;

namespace Similarity.Formats;

/// <summary>Reads what names an article to a person.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ArticleShowing(IArticleTexts texts)
{
    private const int TitleBytes = 400;
    private const int LeadBytes = 1200;
    private const int UrlBytes = 400;

    private readonly ArticleBuffer _buffer = new();

    /// <summary>When the article that was shown last was published; <see langword="null"/> where that is unknown.</summary>
    public DateTimeOffset? Published => _buffer.PublishedTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public ShownArticle Show(int article, string id)
    {
        texts.Read(article, _buffer);
        var title = _buffer.Title.IsEmpty ? _buffer.Body : _buffer.Title;
        return new ShownArticle(id, Encoding.UTF8.GetString(_buffer.Outlet), Start(title, TitleBytes))
        {
            Url = Start(_buffer.Get(ArticleField.Url), UrlBytes),
            Lead = _buffer.Title.IsEmpty ? "" : Start(_buffer.Body, LeadBytes),
        };
    }

    private static string Start(ReadOnlySpan<byte> utf8, int most) => Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, most)]);
}
