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
        var count = 0;
        for (var text = first; text < end; text++) count += Contains(text) ? 1 : 0;
        return count;
    }
}
