using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// The features of some consecutive articles, made by one <see cref="FeatureExtractor"/> on one thread, to be added
/// to a run in input order.
/// </summary>
/// <remarks>Not thread-safe. Cleared and filled again, it does not allocate once warm.</remarks>
public sealed class FeatureBatch
{
    private readonly List<ArticleRow> _rows = [];
    private readonly List<byte> _text = [];
    private readonly List<uint> _features = [];
    private readonly List<FurnitureSpan> _furniture = [];

    /// <summary>How many articles it holds.</summary>
    public int Count => _rows.Count;

    /// <summary>Handles in a batch are offsets into its own buffers.</summary>
    internal ReadOnlySpan<ArticleRow> Rows => CollectionsMarshal.AsSpan(_rows);

    internal ReadOnlySpan<byte> Text => CollectionsMarshal.AsSpan(_text);

    internal ReadOnlySpan<uint> Features => CollectionsMarshal.AsSpan(_features);

    internal ReadOnlySpan<FurnitureSpan> Furniture => CollectionsMarshal.AsSpan(_furniture);

    /// <summary>Forgets the articles and keeps the memory.</summary>
    public void Clear()
    {
        _rows.Clear();
        _text.Clear();
        _features.Clear();
        _furniture.Clear();
    }

    /// <summary>The outlet's name stands right after the identifier, <paramref name="row"/>.Outlet bytes long.</summary>
    internal void Add(ArticleRow row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> outlet, ReadOnlySpan<uint> bandKeys, ReadOnlySpan<uint> fingerprints, List<FurnitureSpan> furniture)
    {
        row.Id = _text.Count;
        row.IdLength = id.Length;
        row.Outlet = outlet.Length;
        row.Features = _features.Count;
        row.Fingerprints = fingerprints.Length;
        _text.AddRange(id);
        _text.AddRange(outlet);
        _features.AddRange(bandKeys);
        _features.AddRange(fingerprints);
        row.Furniture = _furniture.Count;
        row.FurnitureSpans = furniture.Count;
        _furniture.AddRange(furniture);
        _rows.Add(row);
    }
}
