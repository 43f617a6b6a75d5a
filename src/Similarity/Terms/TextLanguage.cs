using System.Numerics;

namespace Similarity;

/// <summary>
/// Which language a text is in, as far as frequencies of its words need to know it: by its stop words, and where it has none by its
/// script. A number for each language of <see cref="StopWords"/>, and one for each script.
/// </summary>
internal sealed class TextLanguage
{
    /// <summary>Numbers below are languages, from here on scripts.</summary>
    public const int FirstScript = 32;

    /// <summary>How many numbers there are.</summary>
    public const int Count = 64;

    private const int Latin = FirstScript;

    /// <summary>One stop word may be a name.</summary>
    private const int LeastStopWords = 2;

    private readonly int[] _languages = new int[FirstScript];
    private readonly int[] _scripts = new int[Count];

    /// <summary>The script of a language's words; of a script, itself.</summary>
    public static int ScriptOf(int language) => language >= FirstScript ? language : Scripts.Of[language];

    /// <summary>Forgets the text.</summary>
    public void Clear()
    {
        Array.Clear(_languages);
        Array.Clear(_scripts);
    }

    /// <summary>Counts a stop word of some languages.</summary>
    public void AddStopWord(uint languages)
    {
        for (var rest = languages; rest != 0; rest &= rest - 1) _languages[BitOperations.TrailingZeroCount(rest)]++;
    }

    /// <summary>Counts a word that begins with a code point.</summary>
    public void AddWord(int script) => _scripts[script]++;

    /// <summary>The language that has most of the stop words, of several the first; the commonest script where there are hardly any.</summary>
    public int Decide()
    {
        var language = Array.IndexOf(_languages, _languages.Max());
        if (_languages[language] >= LeastStopWords) return language;
        var script = Array.IndexOf(_scripts, _scripts.Max());
        return script < FirstScript ? Latin : script;
    }

    /// <summary>The script of a folded code point: by blocks of 128, those of one script together.</summary>
    public static int ScriptOfCodePoint(int codePoint) => codePoint switch
    {
        < 0x370 or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) => Latin,
        < 0x400 or (>= 0x1F00 and < 0x2000) => Latin + 1,
        < 0x530 => Latin + 2,
        < 0x590 => Latin + 3,
        < 0x600 => Latin + 4,
        < 0x900 => Latin + 5,
        < 0x1200 => Latin + 6 + ((codePoint - 0x900) >> 7),
        < 0x3000 => Latin + 26,
        _ => Latin + 27,
    };

    /// <summary>Of each language the script of its first stop words.</summary>
    private static class Scripts
    {
        public static readonly int[] Of = [.. StopWords.Languages.Select(language => language switch
        {
            "ru" or "uk" or "bg" => ScriptOfCodePoint(0x430),
            "el" => ScriptOfCodePoint(0x3B1),
            "ar" or "fa" => ScriptOfCodePoint(0x627),
            _ => Latin,
        })];
    }
}
