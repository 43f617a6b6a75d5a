using System.Runtime.InteropServices;

namespace Similarity.Storage;

/// <summary>
/// The texts of an index as the stages of a run see articles: their features, their words, and who shares a key, by the
/// numbers of the texts. Texts that are gone have no form, and match nothing.
/// </summary>
/// <remarks>Not thread-safe: one a thread. Begun anew for each question.</remarks>
internal sealed class TextView : IArticleFeatures, IArticleTexts, ITextPostings
{
    private static readonly StoredText Missing = new(-1, -1, 0, new ArticleRow { Form = TextForm.Empty, Outlet = -1, Published = long.MaxValue }, [], [], []);

    private readonly Dictionary<int, StoredText> _texts = [];
    private readonly List<int> _postings = [];
    private readonly List<(int Start, int Length)> _lists = [];
    private readonly Dictionary<uint, (int Start, int Length)> _others = [];
    private readonly PostingList _list = new();
    private IndexRows? _rows;
    private PostingView? _held;
    private PlacedText? _placed;

    /// <summary>Begins with a text that is being placed, if any is.</summary>
    public void Begin(IndexRows rows, PostingView postings, PlacedText? placed)
    {
        (_rows, _held, _placed) = (rows, postings, placed);
        _texts.Clear();
        _postings.Clear();
        _lists.Clear();
        _others.Clear();
        if (placed is null) return;
        postings.Complete(placed.Postings, _list, list =>
        {
            list.Add(placed.Text.Number);
            _lists.Add(Keep());
        });
    }

    /// <summary>Whether a text is there.</summary>
    public bool Has(int text) => TextOf(text).Number >= 0;

    /// <summary>All that is kept of a text.</summary>
    public StoredText TextOf(int text)
    {
        if (_placed is not null && text == _placed.Text.Number) return _placed.Text;
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out _);
        return kept ??= _rows!.Text(text) ?? Missing;
    }

    /// <inheritdoc/>
    public ref readonly ArticleRow this[int article] => ref TextOf(article).Row;

    /// <inheritdoc/>
    public uint BandKeyOf(int article, int band) => TextOf(article).BandKeys[band];

    /// <inheritdoc/>
    public ReadOnlySpan<uint> FingerprintsOf(int article) => TextOf(article).Fingerprints;

    /// <inheritdoc/>
    public ReadOnlySpan<FurnitureSpan> FurnitureOf(int article) => TextOf(article).Furniture;

    /// <inheritdoc/>
    public int ArticleOf(int text) => text;

    /// <inheritdoc/>
    public ReadOnlySpan<int> InBand(int band, uint key) => Kept(_lists[band]);

    /// <inheritdoc/>
    public ReadOnlySpan<int> WithFingerprint(uint fingerprint)
    {
        var own = _placed is null ? -1 : Array.BinarySearch(_placed.Text.Fingerprints, fingerprint);
        if (own >= 0) return Kept(_lists[_placed!.Text.BandKeys.Length + own]);
        if (!_others.TryGetValue(fingerprint, out var place))
        {
            _held!.Find(PostingKey.OfFingerprint(fingerprint), _list);
            _others[fingerprint] = place = Keep();
        }
        return Kept(place);
    }

    /// <inheritdoc/>
    public void Read(int index, ArticleBuffer buffer)
    {
        if (_placed is not null && index == _placed.Text.Number)
        {
            buffer.Clear();
            foreach (var field in (ReadOnlySpan<ArticleField>)[ArticleField.Outlet, ArticleField.Title, ArticleField.Body]) buffer.Set(field, _placed.Article.Get(field));
            buffer.PublishedTicks = _placed.Article.PublishedTicks;
            return;
        }
        if (_rows!.Article(TextOf(index).Article) is { } value) ArticleRecord.OfThread.Read(value, buffer);
        else buffer.Clear();
    }

    private (int, int) Keep()
    {
        _list.Trim();
        var place = (_postings.Count, _list.Texts.Length);
        _postings.AddRange(_list.Texts);
        return place;
    }

    private ReadOnlySpan<int> Kept((int Start, int Length) place) => CollectionsMarshal.AsSpan(_postings).Slice(place.Start, place.Length);
}
