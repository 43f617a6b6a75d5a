using System.Text;

namespace Similarity;

/// <summary>
/// One article as UTF-8, in one buffer that is filled again for each article, so that a run over a million
/// articles allocates for none of them. Every stage reads articles from here, wherever they came from.
/// </summary>
/// <remarks>Not thread-safe: one buffer a thread. Spans are valid until the next <see cref="Clear"/>.</remarks>
public sealed class ArticleBuffer
{
    private readonly Range[] _fields = new Range[(int)ArticleField.Published + 1];
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;

    /// <summary>When it was published, in UTC ticks; <see langword="null"/> where unknown.</summary>
    public long? PublishedTicks { get; set; }

    /// <summary>The caller's identifier; empty where the record had none.</summary>
    public ReadOnlySpan<byte> Id => Get(ArticleField.Id);

    /// <summary>Who published it; empty where unknown.</summary>
    public ReadOnlySpan<byte> Outlet => Get(ArticleField.Outlet);

    /// <summary>The headline; empty where there is none.</summary>
    public ReadOnlySpan<byte> Title => Get(ArticleField.Title);

    /// <summary>The text; empty where there is none.</summary>
    public ReadOnlySpan<byte> Body => Get(ArticleField.Body);

    /// <summary>Forgets the article and keeps the memory.</summary>
    public void Clear()
    {
        _length = 0;
        PublishedTicks = null;
        Array.Clear(_fields);
    }

    /// <summary>The UTF-8 of one field.</summary>
    public ReadOnlySpan<byte> Get(ArticleField field) => _bytes.AsSpan(_fields[(int)field]);

    /// <summary>Copies <paramref name="utf8"/> in as the value of <paramref name="field"/>.</summary>
    public void Set(ArticleField field, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Commit(field, utf8.Length);
    }

    /// <summary>Encodes <paramref name="text"/> as the value of <paramref name="field"/>; lone surrogates become U+FFFD.</summary>
    public void Set(ArticleField field, ReadOnlySpan<char> text)
    {
        var space = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Commit(field, Encoding.UTF8.GetBytes(text, space));
    }

    /// <summary>Replaces the content with that of <paramref name="article"/>.</summary>
    public void Set(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Clear();
        Set(ArticleField.Id, article.Id);
        Set(ArticleField.Outlet, article.Outlet);
        Set(ArticleField.Title, article.Title);
        Set(ArticleField.Body, article.Body);
        Set(ArticleField.Url, article.Url);
        Set(ArticleField.Language, article.Language);
        PublishedTicks = article.Published?.UtcTicks;
    }

    /// <summary>
    /// At least <paramref name="size"/> bytes to write a value into before <see cref="Commit"/> names it.
    /// </summary>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)_length + size)));
        }
        return _bytes.AsSpan(_length);
    }

    /// <summary>Makes the first <paramref name="length"/> bytes of the last reservation the value of <paramref name="field"/>.</summary>
    public void Commit(ArticleField field, int length)
    {
        _fields[(int)field] = _length..(_length + length);
        _length += length;
    }
}
