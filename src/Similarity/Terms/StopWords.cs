using System.Collections.Frozen;
using System.Text;

namespace Similarity;

/// <summary>
/// Words that say nothing about what a text is about, by language: <c>stop-words.txt</c>. Because every sentence has some, they also tell
/// which language a text is in.
/// </summary>
internal static class StopWords
{
    private static readonly (string[] Languages, FrozenDictionary<ulong, uint> ByWord) Read = ReadAll();

    /// <summary>The languages, in the order of their bits; English is the first.</summary>
    public static IReadOnlyList<string> Languages => Read.Languages;

    /// <summary>A bit for each language in which the word with this <see cref="WordHash"/> is a stop word.</summary>
    public static uint LanguagesOf(ulong word) => Read.ByWord.GetValueOrDefault(word);

    private static (string[], FrozenDictionary<ulong, uint>) ReadAll()
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("stop-words.txt")!;
        using var reader = new StreamReader(stream);
        var (languages, words, tokens) = (new List<string>(), new Dictionary<ulong, uint>(), new TokenBuffer());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0) languages.Add(line[..colon]);
            tokens.Clear();
            Tokenizer.Tokenize(Encoding.UTF8.GetBytes(line[(colon + 1)..]), tokens);
            foreach (var word in tokens.Hashes) words[word] = words.GetValueOrDefault(word) | (1u << (languages.Count - 1));
        }
        return ([.. languages], words.ToFrozenDictionary());
    }
}
