using System.Text;
using ZstdSharp;

namespace Similarity.Storage;

/// <summary>
/// What was given of an article, as a value of the store: times and identifier as they are, the rest compressed (zstd).
/// </summary>
/// <remarks>Each thread has one, because compressors keep memory.</remarks>
internal sealed class ArticleRecord
{
    private const int Level = 1;
    private static readonly ArticleField[] Fields = [ArticleField.Outlet, ArticleField.Url, ArticleField.Language, ArticleField.Title, ArticleField.Body];

    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    [ThreadStatic]
    private static ArticleRecord? own;

    private readonly ByteWriter _value = new();
    private readonly ByteWriter _fields = new();
    private byte[] _space = [];

    /// <summary>That of this thread.</summary>
    public static ArticleRecord OfThread => own ??= new ArticleRecord();

    /// <summary>The value of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="id">Its identifier, which may be derived.</param>
    /// <param name="isDerived">Whether it is.</param>
    /// <param name="added">When it was added, in UTC ticks.</param>
    public byte[] Write(ArticleBuffer article, ReadOnlySpan<byte> id, bool isDerived, long added)
    {
        _fields.Clear();
        foreach (var field in Fields) _fields.Text(article.Get(field));
        var bound = Compressor.GetCompressBound(_fields.Length);
        if (_space.Length < bound) _space = new byte[bound * 2];
        var length = (compressor ??= new Compressor(Level)).Wrap(_fields.Written, _space);

        _value.Clear();
        _value.Int64(added);
        _value.Int64(article.PublishedTicks ?? long.MaxValue);
        _value.Byte(isDerived ? (byte)1 : (byte)0);
        _value.Text(id);
        _value.Number(_fields.Length);
        _value.Bytes(_space.AsSpan(0, length));
        return _value.ToArray();
    }

    /// <summary>Fills a buffer with the article that a value holds. An identifier that was derived is left out, as it was given.</summary>
    /// <exception cref="InvalidDataException">The value is damaged.</exception>
    public void Read(ReadOnlySpan<byte> value, ArticleBuffer article)
    {
        var reader = new ByteReader(value);
        _ = reader.Int64();
        var published = reader.Int64();
        var isDerived = reader.Byte() != 0;
        var id = reader.Text();
        article.Clear();
        article.PublishedTicks = published == long.MaxValue ? null : published;
        if (!isDerived) article.Set(ArticleField.Id, id);
        var fields = new ByteReader(Decompress(ref reader));
        foreach (var field in Fields) article.Set(field, fields.Text());
    }

    /// <summary>The article that a value holds.</summary>
    public IndexedArticle Read(int number, ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        var added = reader.Int64();
        var published = reader.Int64();
        _ = reader.Byte();
        var id = Encoding.UTF8.GetString(reader.Text());
        var fields = new ByteReader(Decompress(ref reader));
        var (outlet, url, language, title) = (TextOf(fields.Text()), TextOf(fields.Text()), TextOf(fields.Text()), TextOf(fields.Text()));
        var article = new Article(id, TextOf(fields.Text()))
        {
            Outlet = outlet,
            Url = url,
            Language = language,
            Title = title,
            Published = published == long.MaxValue ? null : new DateTimeOffset(published, TimeSpan.Zero),
        };
        return new IndexedArticle(number, new DateTimeOffset(added, TimeSpan.Zero), article);
    }

    /// <summary>The identifier of the article that a value holds.</summary>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        _ = reader.Bytes(8 + 8 + 1);
        return reader.Text();
    }

    /// <summary>When the article was added, in UTC ticks.</summary>
    public static long AddedOf(ReadOnlySpan<byte> value) => new ByteReader(value).Int64();

    /// <summary>When the article was published, in UTC ticks; <see langword="null"/> where that is unknown.</summary>
    public static long? PublishedOf(ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        _ = reader.Int64();
        return reader.Int64() is not long.MaxValue and var published ? published : null;
    }

    private ReadOnlySpan<byte> Decompress(ref ByteReader reader)
    {
        var length = reader.Int();
        if (_space.Length < length) _space = new byte[length];
        var written = 0;
        try
        {
            written = (decompressor ??= new Decompressor()).Unwrap(reader.Bytes(reader.Left), _space.AsSpan(0, length));
        }
        catch (ZstdException fault)
        {
            throw new InvalidDataException($"An article of the index is damaged: {fault.Message}.", fault);
        }
        if (written != length) throw new InvalidDataException($"An article of the index is damaged: {length} bytes are expected and {written} found.");
        return _space.AsSpan(0, length);
    }

    private static string? TextOf(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);
}
