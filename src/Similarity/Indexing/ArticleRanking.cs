namespace Similarity;

/// <summary>
/// The distinct texts of a run in order of preference. From here on a text is known by its rank: of two texts that
/// match, the one with the smaller rank is the one to keep.
/// </summary>
internal sealed class ArticleRanking
{
    private readonly int[] _articleAt;
    private readonly int[] _rankOf;

    private ArticleRanking(int[] articleAt, int[] representativeOf)
    {
        _articleAt = articleAt;
        RepresentativeOf = representativeOf;
        _rankOf = new int[representativeOf.Length];
        Array.Fill(_rankOf, -1);
        for (var rank = 0; rank < articleAt.Length && _rankOf.Length > 0; rank++) _rankOf[articleAt[rank]] = rank;
    }

    /// <summary>How many distinct texts there are.</summary>
    public int Count => _articleAt.Length;

    /// <summary>
    /// For each article, the most preferred article with the identical text (maybe itself); −1 for empty articles.
    /// </summary>
    public int[] RepresentativeOf { get; }

    /// <summary>For each article its rank; −1 for empty articles, and for those that another with the identical text stands for.</summary>
    public ReadOnlySpan<int> Ranks => _rankOf;

    /// <summary>The article at each rank.</summary>
    public int[] Articles => _articleAt;

    /// <summary>The article at a rank.</summary>
    public int this[int rank] => _articleAt[rank];

    public static ArticleRanking Create(ArticleTable table, KeepOrder keep, IReadOnlyList<string> outlets)
    {
        var all = new int[table.Count];
        for (var article = 0; article < all.Length; article++) all[article] = article;
        var places = PlacesOfOutlets(table.Outlets, outlets);
        var preferred = InOrderOfPreference(table, all, keep, outlet => places[outlet]);
        var representativeOf = new int[table.Count];
        Array.Fill(representativeOf, -1);
        var distinct = 0;
        var firstWith = new Dictionary<UInt128, int>(table.Count);
        foreach (var article in preferred)
        {
            ref readonly var row = ref table[article];
            if (row.Form == TextForm.Empty) continue;
            if (firstWith.TryAdd(row.Content, article)) preferred[distinct++] = article;
            representativeOf[article] = firstWith[row.Content];
        }
        return new ArticleRanking(preferred[..distinct], representativeOf);
    }

    /// <summary>The ranking of some articles, of which no two have the identical text.</summary>
    /// <param name="articles">The features of articles.</param>
    /// <param name="distinct">Some of them, in input order.</param>
    /// <param name="keep">Which are preferred.</param>
    /// <param name="placeOfOutlet">The place of a numbered outlet among the preferred ones.</param>
    public static ArticleRanking OfDistinct(IArticleFeatures articles, int[] distinct, KeepOrder keep, Func<int, uint> placeOfOutlet) =>
        new(InOrderOfPreference(articles, distinct, keep, placeOfOutlet), []);

    /// <summary>
    /// Some articles, most preferred first. Each criterion is a stable sort of its own, the least important one first, so
    /// that what a later one leaves open an earlier one has decided, and input order all the rest.
    /// </summary>
    private static int[] InOrderOfPreference(IArticleFeatures table, int[] articles, KeepOrder keep, Func<int, uint> placeOfOutlet)
    {
        var order = new StableOrder(articles.Length);
        switch (keep)
        {
            case KeepOrder.First:
                break;
            case KeepOrder.Longest:
                SortByTime();
                SortByWords();
                break;
            default:
                SortByWords();
                SortByTime();
                if (keep == KeepOrder.Outlets) SortByOutlet();
                break;
        }
        return Array.ConvertAll(order.Items, place => articles[place]);

        void SortByWords() => order.SortBy(place => uint.MaxValue - (uint)table[articles[place]].Words);

        void SortByTime()
        {
            order.SortBy(place => (uint)LatestMomentOf(table[articles[place]].Published));
            order.SortBy(place => (uint)((ulong)LatestMomentOf(table[articles[place]].Published) >> 32));
        }

        void SortByOutlet() => order.SortBy(place => table[articles[place]].Outlet is >= 0 and var outlet ? placeOfOutlet(outlet) : uint.MaxValue);
    }

    /// <summary>
    /// A time of exactly midnight is nearly always a date whose hour is not known: it could be any of that day.
    /// </summary>
    public static long LatestMomentOf(long published) =>
        published % TimeSpan.TicksPerDay == 0 ? published + TimeSpan.TicksPerDay - 1 : published;

    /// <summary>For each known outlet its place among the preferred ones; the same late place for all others.</summary>
    private static uint[] PlacesOfOutlets(IReadOnlyList<string> known, IReadOnlyList<string> preferred)
    {
        var place = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        foreach (var outlet in preferred) _ = place.TryAdd(outlet, (uint)place.Count);
        return [.. known.Select(outlet => place.GetValueOrDefault(outlet, uint.MaxValue))];
    }
}
