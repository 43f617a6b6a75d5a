namespace Similarity;

/// <summary>
/// The distinct texts of a run in order of preference. From here on a text is known by its rank: of two texts that
/// match, the one with the smaller rank is the one to keep.
/// </summary>
internal sealed class ArticleRanking
{
    private readonly int[] _articleAt;

    private ArticleRanking(int[] articleAt, int[] representativeOf)
    {
        _articleAt = articleAt;
        RepresentativeOf = representativeOf;
    }

    /// <summary>How many distinct texts there are.</summary>
    public int Count => _articleAt.Length;

    /// <summary>
    /// For each article, the most preferred article with the identical text (maybe itself); −1 for empty articles.
    /// </summary>
    public int[] RepresentativeOf { get; }

    /// <summary>The article at a rank.</summary>
    public int this[int rank] => _articleAt[rank];

    public static ArticleRanking Create(ArticleTable table, KeepOrder keep, IReadOnlyList<string> outlets)
    {
        var preferred = InOrderOfPreference(table, keep, outlets);
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

    private static int[] InOrderOfPreference(ArticleTable table, KeepOrder keep, IReadOnlyList<string> outlets)
    {
        var articles = new int[table.Count];
        for (var i = 0; i < articles.Length; i++) articles[i] = i;
        if (keep == KeepOrder.First) return articles;

        var preference = PreferenceOfOutlets(table.Outlets, outlets);
        articles.AsSpan().Sort((x, y) =>
        {
            ref readonly var a = ref table[x];
            ref readonly var b = ref table[y];
            var published = LatestMomentOf(a.Published).CompareTo(LatestMomentOf(b.Published));
            var words = b.Words.CompareTo(a.Words);
            var order = keep switch
            {
                KeepOrder.Longest => words != 0 ? words : published,
                KeepOrder.Outlets when preference(a.Outlet) != preference(b.Outlet) =>
                    preference(a.Outlet).CompareTo(preference(b.Outlet)),
                _ => published != 0 ? published : words,
            };
            return order != 0 ? order : x.CompareTo(y);
        });
        return articles;
    }

    /// <summary>
    /// A time of exactly midnight is nearly always a date whose hour is not known: it could be any of that day.
    /// </summary>
    private static long LatestMomentOf(long published) =>
        published % TimeSpan.TicksPerDay == 0 ? published + TimeSpan.TicksPerDay - 1 : published;

    private static Func<int, int> PreferenceOfOutlets(IReadOnlyList<string> known, IReadOnlyList<string> preferred)
    {
        var place = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var outlet in preferred) _ = place.TryAdd(outlet, place.Count);
        var byNumber = new int[known.Count];
        for (var i = 0; i < byNumber.Length; i++) byNumber[i] = place.GetValueOrDefault(known[i], int.MaxValue);
        return outlet => outlet < 0 ? int.MaxValue : byNumber[outlet];
    }
}
