namespace Similarity;

/// <summary>
/// In how many texts of its own language each term occurs. Among texts of another language the commonest words of a language are rare,
/// and would bring together whatever is written in it.
/// </summary>
/// <remarks>Texts of which only the script is known count as the language that most texts in this script have.</remarks>
internal sealed class LanguageFrequencies
{
    private const int English = 0;

    private readonly byte[] _languageOf;
    private readonly int[] _texts = new int[TextLanguage.Count];
    private readonly int[]?[] _frequencies = new int[]?[TextLanguage.Count];

    private LanguageFrequencies(byte[] languageOf) => _languageOf = languageOf;

    /// <summary>Counts the texts of a table.</summary>
    /// <param name="table">The texts.</param>
    /// <param name="numbers">The number of each term that is counted.</param>
    public static LanguageFrequencies Count(TermTable table, Dictionary<uint, int> numbers)
    {
        var counted = new LanguageFrequencies(Resolve(table));
        for (var text = 0; text < table.Count; text++)
        {
            var language = counted._languageOf[text];
            counted._texts[language]++;
            var frequencies = counted._frequencies[language] ??= new int[numbers.Count];
            foreach (var term in table.TermsOf(text))
            {
                if (numbers.TryGetValue(term, out var number)) frequencies[number]++;
            }
        }
        return counted;
    }

    /// <summary>The language of a text.</summary>
    public int LanguageOf(int text) => _languageOf[text];

    /// <summary>Whether a text is in the language of the background.</summary>
    public bool IsEnglish(int text) => _languageOf[text] == English;

    /// <summary>How many texts are in the language of a text.</summary>
    public int TextsOf(int text) => _texts[_languageOf[text]];

    /// <summary>How many of these have a term of the text; 1 for a term without a number, which nobody else has.</summary>
    public int TextsWith(int text, int term) => term < 0 ? 1 : _frequencies[_languageOf[text]]![term];

    private static byte[] Resolve(TermTable table)
    {
        var counts = new int[TextLanguage.Count];
        var languages = new byte[table.Count];
        for (var text = 0; text < languages.Length; text++)
        {
            languages[text] = (byte)table.LanguageOf(text);
            counts[languages[text]]++;
        }
        var commonest = new byte[TextLanguage.Count];
        for (var script = TextLanguage.FirstScript; script < commonest.Length; script++)
        {
            commonest[script] = (byte)script;
            for (var language = 0; language < StopWords.Languages.Count; language++)
            {
                var best = commonest[script];
                if (TextLanguage.ScriptOf(language) == script && counts[language] > (best < TextLanguage.FirstScript ? counts[best] : 0)) commonest[script] = (byte)language;
            }
        }
        for (var text = 0; text < languages.Length; text++)
        {
            if (languages[text] >= TextLanguage.FirstScript) languages[text] = commonest[languages[text]];
        }
        return languages;
    }
}
