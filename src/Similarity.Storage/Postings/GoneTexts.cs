using System.Numerics;

namespace Similarity.Storage;

/// <summary>Texts that are gone and whose postings may still be there: a bit each, in pages that are made where they are needed.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class GoneTexts
{
    private const int PageBits = 15;
    private const int PageTexts = 1 << PageBits;

    private readonly ulong[]?[] _pages;

    private GoneTexts(ulong[]?[] pages) => _pages = pages;

    public static GoneTexts None { get; } = new([]);

    public bool Contains(int text)
    {
        var page = text >> PageBits;
        return page < _pages.Length && _pages[page] is { } bits && (bits[(text & (PageTexts - 1)) >> 6] >> (text & 63) & 1) != 0;
    }

    /// <summary>These and others. Pages to which none comes are shared.</summary>
    public GoneTexts With(IReadOnlyCollection<int> texts)
    {
        if (texts.Count == 0) return this;
        var pages = new ulong[]?[Math.Max(_pages.Length, (texts.Max() >> PageBits) + 1)];
        _pages.CopyTo(pages, 0);
        foreach (var some in texts.GroupBy(text => text >> PageBits))
        {
            var bits = pages[some.Key] is { } before ? (ulong[])before.Clone() : new ulong[PageTexts / 64];
            foreach (var text in some) bits[(text & (PageTexts - 1)) >> 6] |= 1UL << (text & 63);
            pages[some.Key] = bits;
        }
        return new GoneTexts(pages);
    }

    /// <summary>How many of the texts from one on and before another are gone.</summary>
    public int CountIn(int first, int end)
    {
        var count = 0;
        for (var text = first; text < end;)
        {
            var page = text >> PageBits;
            if (page >= _pages.Length) return count;
            var pageEnd = Math.Min((page + 1) << PageBits, end);
            if (_pages[page] is not { } bits)
            {
                text = pageEnd;
                continue;
            }
            for (; text < pageEnd && (text & 63) != 0; text++) count += Contains(text) ? 1 : 0;
            for (; text + 64 <= pageEnd; text += 64) count += BitOperations.PopCount(bits[(text & (PageTexts - 1)) >> 6]);
            for (; text < pageEnd; text++) count += Contains(text) ? 1 : 0;
        }
        return count;
    }
}
