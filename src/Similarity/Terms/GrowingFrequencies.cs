namespace Similarity;

/// <summary>
/// In how many texts of its own language each term occurs (see <see cref="LanguageFrequencies"/>), of texts that come and go. Over another as a
/// layer it holds what differs.
/// </summary>
/// <remarks>Not thread-safe; layers over one may be used at the same time while that does not change.</remarks>
/// <param name="commonest">For each number of <see cref="TextLanguage"/> the language that it counts as.</param>
/// <param name="under">What is below; <see langword="null"/> for nothing.</param>
internal sealed class GrowingFrequencies(byte[] commonest, GrowingFrequencies? under = null)
{
    private readonly int[] _texts = new int[TextLanguage.Count];
    private readonly int[]?[] _frequencies = new int[]?[TextLanguage.Count];
    private readonly Dictionary<(int Language, int Term), int> _more = [];

    /// <summary>Frequencies over <paramref name="under"/>.</summary>
    public GrowingFrequencies(GrowingFrequencies under) : this(under.Commonest, under)
    {
    }

    private byte[] Commonest => commonest;

    /// <summary>The language that texts of a language count as.</summary>
    public int CountedAs(int language) => commonest[language];

    /// <summary>How many texts count as a language.</summary>
    public int TextsOf(int counted) => _texts[counted] + (under?.TextsOf(counted) ?? 0);

    /// <summary>How many of these have a term.</summary>
    public int TextsWith(int counted, int term)
    {
        if (under is not null) return _more.GetValueOrDefault((counted, term)) + under.TextsWith(counted, term);
        return _frequencies[counted] is { } frequencies && term < frequencies.Length ? frequencies[term] : 0;
    }

    /// <summary>Counts one more text.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="terms">The numbers of its terms.</param>
    public void Add(int language, ReadOnlySpan<int> terms) => Count(commonest[language], terms, 1);

    /// <summary>Counts a text no more.</summary>
    /// <inheritdoc cref="Add"/>
    public void Remove(int language, ReadOnlySpan<int> terms) => Count(commonest[language], terms, -1);

    private void Count(int counted, ReadOnlySpan<int> terms, int more)
    {
        _texts[counted] += more;
        if (under is not null)
        {
            foreach (var term in terms) _more[(counted, term)] = _more.GetValueOrDefault((counted, term)) + more;
            return;
        }
        ref var frequencies = ref _frequencies[counted];
        frequencies ??= [];
        foreach (var term in terms)
        {
            if (term >= frequencies.Length) Array.Resize(ref frequencies, Math.Max(term + 1, frequencies.Length * 2));
            frequencies[term] += more;
        }
    }
}
