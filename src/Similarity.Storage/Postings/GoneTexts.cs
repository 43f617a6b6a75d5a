using System.Numerics;

namespace Similarity.Storage;

/// <summary>Texts that are gone and whose postings may still be there: a bit each, in pages that are made where they are needed.</summary>
/// <remarks>Thread-safe: one writes, several may read.</remarks>
internal sealed class GoneTexts
{
    private const int PageBits = 15;
    private const int PageTexts = 1 << PageBits;

    private volatile ulong[]?[] _pages = [];

    public bool Contains(int text)
    {
        var pages = _pages;
        var page = text >> PageBits;
        return page < pages.Length && pages[page] is { } bits && (Volatile.Read(ref bits[(text & (PageTexts - 1)) >> 6]) >> (text & 63) & 1) != 0;
    }

    public void Add(int text)
    {
        var page = text >> PageBits;
        if (page >= _pages.Length)
        {
            var pages = _pages;
            Array.Resize(ref pages, page + 1);
            _pages = pages;
        }
        var bits = _pages[page] ??= new ulong[PageTexts / 64];
        ref var word = ref bits[(text & (PageTexts - 1)) >> 6];
        Volatile.Write(ref word, word | (1UL << (text & 63)));
    }

    /// <summary>How many of the texts from one on and before another are gone.</summary>
    public int CountIn(int first, int end)
    {
        var (pages, count) = (_pages, 0);
        for (var text = first; text < end;)
        {
            var page = text >> PageBits;
            if (page >= pages.Length) return count;
            var pageEnd = Math.Min((page + 1) << PageBits, end);
            if (pages[page] is not { } bits)
            {
                text = pageEnd;
                continue;
            }
            for (; text < pageEnd && (text & 63) != 0; text++) count += Contains(text) ? 1 : 0;
            for (; text + 64 <= pageEnd; text += 64) count += BitOperations.PopCount(Volatile.Read(ref bits[(text & (PageTexts - 1)) >> 6]));
            for (; text < pageEnd; text++) count += Contains(text) ? 1 : 0;
        }
        return count;
    }
}
