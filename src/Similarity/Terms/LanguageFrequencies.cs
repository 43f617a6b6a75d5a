namespace Similarity;

/// <summary>
/// In how many texts of its own language each term occurs. Among texts of another language the commonest words of a language are rare,
/// and would bring together whatever is written in it.
/// </summary>
/// <remarks>Texts of which only the script is known count as the language that most texts in this script have.</remarks>
/// <param name="commonest">For each number of <see cref="TextLanguage"/> the language that it counts as; see <see cref="Commonest(TermTable)"/>.</param>
internal sealed class LanguageFrequencies(byte[] commonest)
{
    private const int English = 0;

    private readonly List<byte> _languageOf = [];
    private readonly int[] _texts = new int[TextLanguage.Count];
    private readonly int[]?[] _frequencies = new int[]?[TextLanguage.Count];

    /// <summary>For each language itself, for each script the language that most texts of <paramref name="table"/> in it have.</summary>
    public static byte[] Commonest(TermTable table)
    {
        var counts = new int[TextLanguage.Count];
        for (var text = 0; text < table.Count; text++) counts[table.LanguageOf(text)]++;
        return Commonest(counts);
    }

    /// <summary>For each language itself, for each script the language that most texts in it have.</summary>
    /// <param name="counts">How many texts each language has.</param>
    public static byte[] Commonest(ReadOnlySpan<int> counts)
    {
        var commonest = new byte[TextLanguage.Count];
        for (var number = 0; number < commonest.Length; number++) commonest[number] = (byte)number;
        for (var script = TextLanguage.FirstScript; script < commonest.Length; script++)
        {
            for (var language = 0; language < StopWords.Languages.Count; language++)
            {
                var best = commonest[script];
                if (TextLanguage.ScriptOf(language) == script && counts[language] > (best < TextLanguage.FirstScript ? counts[best] : 0)) commonest[script] = (byte)language;
            }
        }
        return commonest;
    }

    /// <summary>Counts one more text.</summary>
    /// <param name="language">Its language, as a number of <see cref="TextLanguage"/>.</param>
    /// <param name="terms">The numbers of its terms.</param>
    public void Add(int language, ReadOnlySpan<int> terms)
    {
        var counted = commonest[language];
        _languageOf.Add(counted);
        _texts[counted]++;
        ref var frequencies = ref _frequencies[counted];
        frequencies ??= [];
        foreach (var term in terms)
        {
            if (term >= frequencies.Length) Array.Resize(ref frequencies, Math.Max(term + 1, frequencies.Length * 2));
            frequencies[term]++;
        }
    }

    /// <summary>The language of a text.</summary>
    public int LanguageOf(int text) => _languageOf[text];

    /// <summary>Whether a text is in the language of the background.</summary>
    public bool IsEnglish(int text) => _languageOf[text] == English;

    /// <summary>How many texts are in the language of a text.</summary>
    public int TextsOf(int text) => _texts[_languageOf[text]];

    /// <summary>How many of these have a term of the text; 1 for a term without a number, which nobody else has.</summary>
    public int TextsWith(int text, int term) => term < 0 ? 1 : _frequencies[_languageOf[text]]![term];
}
