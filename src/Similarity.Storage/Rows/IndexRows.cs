using System.Buffers.Binary;

namespace Similarity.Storage;

/// <summary>What an index keeps, as one transaction sees it: reads see its own writes.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="store">The transaction.</param>
/// <param name="keys">The keys.</param>
/// <param name="cache">Texts that were read.</param>
/// <param name="version">The version of the cache that belongs to what the transaction reads.</param>
internal sealed class IndexRows(StoreTransaction store, KeySpace keys, TextCache cache, long version)
{
    private readonly ByteWriter _writer = new();
    private readonly Dictionary<int, StoredText?> _texts = [];

    /// <summary>The transaction.</summary>
    public StoreTransaction Store => store;

    /// <summary>The keys.</summary>
    public KeySpace Keys => keys;

    /// <summary>The texts that were written; <see langword="null"/> where they are gone.</summary>
    public IEnumerable<KeyValuePair<int, StoredText?>> WrittenTexts => _texts;

    /// <summary>A text, or <see langword="null"/> where it is gone.</summary>
    public StoredText? Text(int number)
    {
        if (_texts.TryGetValue(number, out var text)) return text;
        if (cache.Find(number, version) is { } kept) return kept;
        if (store.Read(keys.Text(number)) is not { } bytes) return null;
        text = StoredText.FromBytes(number, bytes);
        cache.Add(text, version);
        return text;
    }

    public void Set(StoredText text)
    {
        _texts[text.Number] = text;
        store.Put(keys.Text(text.Number), text.ToBytes(_writer));
    }

    public void DeleteText(StoredText text)
    {
        _texts[text.Number] = null;
        store.Delete(keys.Text(text.Number));
        store.Delete(keys.Content(text.Row.Content));
        store.Delete(keys.Links(text.Number));
        SetStanding(text.Number, null);
    }

    /// <summary>The text with this content.</summary>
    public int? TextWith(UInt128 content) => Number(keys.Content(content));

    public void SetTextWith(UInt128 content, int text) => store.Put(keys.Content(content), Bytes(text));

    /// <summary>The text of an article; <see langword="null"/> of one without a word.</summary>
    /// <remarks>A text has the number of the article that brought it, which is not noted of that article.</remarks>
    public StoredText? TextOf(int article) => _texts.TryGetValue(article, out var own) && own is not null ? own : Text(Number(keys.TextOf(article)) ?? article);

    public void SetTextOf(int article, int text) => store.Put(keys.TextOf(article), Bytes(text));

    public TextLinks Links(int text) => store.Read(keys.Links(text)) is { } bytes ? TextLinks.FromBytes(bytes) : TextLinks.None;

    public void SetLinks(int text, TextLinks links)
    {
        if (links.Items.Length == 0 && !links.IsCrowded) store.Delete(keys.Links(text));
        else store.Put(keys.Links(text), links.ToBytes(_writer));
    }

    /// <summary>What became of a text; <see langword="null"/> where it stands alone.</summary>
    public TextStanding? Standing(int text) => store.Read(keys.Standing(text)) is { } bytes ? TextStanding.FromBytes(bytes) : null;

    public void SetStanding(int text, TextStanding? standing)
    {
        var before = Standing(text);
        if (before is not null && before.Canonical != standing?.Canonical) store.Delete(keys.Member(before.Canonical, text));
        if (standing is null)
        {
            if (before is not null) store.Delete(keys.Standing(text));
            return;
        }
        store.Put(keys.Standing(text), standing.ToBytes(_writer));
        if (before?.Canonical != standing.Canonical) store.Put(keys.Member(standing.Canonical, text), []);
    }

    /// <summary>The texts of a group, by number.</summary>
    public IEnumerable<int> Members(int canonical)
    {
        var (from, before) = keys.Members(canonical);
        return store.Scan(from, before).Select(entry => KeySpace.MemberOf(entry.Key).Text);
    }

    /// <summary>The name of a text's story; <see langword="null"/> where it takes no part in stories.</summary>
    public string? Story(int text) => store.Read(keys.Story(text)) is { } name ? System.Text.Encoding.UTF8.GetString(name) : null;

    public void SetStory(int text, string? story)
    {
        if (Story(text) is { } before) store.Delete(keys.StoryMember(before, text));
        if (story is null)
        {
            store.Delete(keys.Story(text));
            store.Delete(keys.StoryText(text));
            return;
        }
        store.Put(keys.Story(text), System.Text.Encoding.UTF8.GetBytes(story));
        store.Put(keys.StoryMember(story, text), []);
    }

    /// <summary>The texts of a story, by number.</summary>
    public IEnumerable<int> StoryTexts(string story)
    {
        var (from, before) = keys.StoryMembers(story);
        return store.Scan(from, before).Select(entry => KeySpace.TextOfStoryMember(entry.Key));
    }

    /// <summary>The articles that have a text, most preferred first.</summary>
    public IEnumerable<int> ArticlesOf(StoredText text)
    {
        if (text.Copies == 1) return [text.Article];
        var (from, before) = keys.Copies(text.Number);
        return store.Scan(from, before).Select(entry => KeySpace.ArticleOfCopy(entry.Key));
    }

    /// <summary>The value of an article, or <see langword="null"/>.</summary>
    public byte[]? Article(int article) => store.Read(KeySpace.Article(article));

    /// <summary>The identifier of an article, or <see langword="null"/>.</summary>
    public string? IdOf(int article) => Article(article) is { } value ? System.Text.Encoding.UTF8.GetString(ArticleRecord.IdOf(value)) : null;

    /// <summary>The article with an identifier.</summary>
    public int? ArticleWith(ReadOnlySpan<byte> id) => Number(KeySpace.Id(id));

    public void SetArticle(int article, ReadOnlySpan<byte> id, byte[] value)
    {
        store.Put(KeySpace.Article(article), value);
        store.Put(KeySpace.Id(id), Bytes(article));
    }

    public void DeleteArticle(int article, ReadOnlySpan<byte> id)
    {
        store.Delete(KeySpace.Article(article));
        store.Delete(KeySpace.Id(id));
        store.Delete(keys.TextOf(article));
    }

    /// <summary>The number of an outlet, if it has one.</summary>
    public int? OutletNumber(ReadOnlySpan<byte> name) => Number(KeySpace.Outlet(name));

    public void SetOutletNumber(ReadOnlySpan<byte> name, int number) => store.Put(KeySpace.Outlet(name), Bytes(number));

    /// <summary>The name of the group that a text stands for.</summary>
    public string NameOf(StoredText canonical) =>
        TextGroup.NameOf(ArticleRecord.IdOf(Article(canonical.Article) ?? throw new InvalidDataException($"The index is damaged: article {canonical.Article} of a text is missing.")), canonical.Row.Content);

    private int? Number(byte[] key) => store.Read(key) is { } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : null;

    private static byte[] Bytes(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
