using System.IO.Hashing;
using System.Text;

namespace Similarity;

/// <summary>
/// All articles of a run, in input order, by columns: identifiers, outlets, times, and the features that candidates
/// are found with. Some hundreds of bytes an article; no text.
/// </summary>
/// <remarks>Filled by one thread; reading is thread-safe afterwards.</remarks>
internal sealed class ArticleTable(int bands) : IArticleFeatures
{
    private readonly ChunkedList<ArticleRow> _rows = new();
    private readonly Arena<byte> _ids = new();
    private Arena<uint> _fingerprints = new();
    private readonly Arena<FurnitureSpan> _furniture = new();
    private readonly List<string> _outlets = [];
    private readonly Dictionary<string, int> _outletNumbers = new(StringComparer.Ordinal);

    public int Count => _rows.Count;

    /// <summary>Names of the outlets, in order of first appearance.</summary>
    public IReadOnlyList<string> Outlets => _outlets;

    /// <inheritdoc/>
    public ref readonly ArticleRow this[int article] => ref _rows[article];

    public ReadOnlySpan<byte> IdOf(int article) => _ids.Get(_rows[article].Id, _rows[article].IdLength);

    /// <summary>One key a band of each article.</summary>
    public BandColumns BandKeys { get; private set; } = new(bands);

    /// <summary>Forgets the band keys, which nobody looks at once candidates have been found.</summary>
    public void ForgetBandKeys() => BandKeys = new(bands);

    /// <summary>Forgets the fingerprints, which nobody looks at once texts are grouped.</summary>
    public void ForgetFingerprints()
    {
        _fingerprints = new();
        for (var article = 0; article < Count; article++) _rows[article].Fingerprints = 0;
    }

    /// <inheritdoc/>
    public uint BandKeyOf(int article, int band) => BandKeys[article, band];

    /// <inheritdoc/>
    public ReadOnlySpan<uint> FingerprintsOf(int article)
    {
        ref readonly var row = ref _rows[article];
        return row.Fingerprints == 0 ? [] : _fingerprints.Get(row.Features, row.Fingerprints);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<FurnitureSpan> FurnitureOf(int article)
    {
        ref readonly var row = ref _rows[article];
        return row.FurnitureSpans == 0 ? [] : _furniture.Get(row.Furniture, row.FurnitureSpans);
    }

    /// <summary>Appends the articles of <paramref name="batch"/>.</summary>
    public void Add(FeatureBatch batch)
    {
        var text = batch.Text;
        foreach (var source in batch.Rows)
        {
            var row = source;
            var id = text.Slice((int)source.Id, source.IdLength);
            row.Id = _ids.Add(id);
            row.Outlet = NumberOf(text.Slice((int)source.Id + source.IdLength, source.Outlet));
            var features = batch.Features[(int)source.Features..];
            BandKeys.Add(source.Form == TextForm.Empty ? [] : features[..bands]);
            row.Features = source.Fingerprints == 0 ? -1 : _fingerprints.Add(features.Slice(bands, source.Fingerprints));
            row.Furniture = source.FurnitureSpans == 0 ? -1 : _furniture.Add(batch.Furniture.Slice((int)source.Furniture, source.FurnitureSpans));
            _rows.Add(row);
        }
    }

    /// <summary>Appends an article of which no features are known any more.</summary>
    /// <param name="row">What is known of it, its outlet by number.</param>
    /// <param name="id">Its identifier.</param>
    public void Add(ArticleRow row, ReadOnlySpan<byte> id)
    {
        (row.Id, row.IdLength) = (_ids.Add(id), id.Length);
        (row.Features, row.Fingerprints, row.Furniture, row.FurnitureSpans) = (-1, 0, -1, 0);
        _rows.Add(row);
    }

    /// <summary>The number of an outlet; −1 of an empty name.</summary>
    public int AddOutlet(ReadOnlySpan<byte> name) => NumberOf(name);

    /// <summary>
    /// Articles whose identifier an earlier article has with another text. The same text under the same identifier is
    /// only a copy.
    /// </summary>
    public IReadOnlyList<(int Article, int Earlier)> RepeatedIds()
    {
        var order = new StableOrder(Count);
        var hashes = new uint[Count];
        for (var i = 0; i < Count; i++) hashes[i] = (uint)XxHash3.HashToUInt64(IdOf(i));
        order.SortBy(article => hashes[article]);

        var articles = order.Items;
        var repeats = new List<(int Article, int Earlier)>();
        for (var i = 1; i < articles.Length; i++)
        {
            for (var j = i - 1; j >= 0 && hashes[articles[j]] == hashes[articles[i]]; j--)
            {
                var (article, earlier) = (articles[i], articles[j]);
                if (!IdOf(article).SequenceEqual(IdOf(earlier))) continue;
                if (_rows[article].Content != _rows[earlier].Content) repeats.Add((article, earlier));
                break;
            }
        }
        repeats.Sort();
        return repeats;
    }

    private int NumberOf(ReadOnlySpan<byte> outlet)
    {
        if (outlet.IsEmpty) return -1;
        var name = Encoding.UTF8.GetString(outlet);
        if (_outletNumbers.TryGetValue(name, out var number)) return number;
        number = _outlets.Count;
        _outlets.Add(name);
        _outletNumbers.Add(name, number);
        return number;
    }
}
