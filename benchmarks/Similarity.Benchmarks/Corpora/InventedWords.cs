namespace Similarity.Benchmarks;

/// <summary>Words of two to four syllables that no language has.</summary>
internal static class InventedWords
{
    private static readonly string[] Syllables =
        ["ba", "do", "ki", "lu", "me", "no", "pa", "ra", "si", "ta", "ve", "wo", "xi", "yu", "za", "fe"];

    /// <summary>The word of the given bits.</summary>
    public static string Word(ulong bits)
    {
        var count = 2 + (int)(bits % 3);
        return string.Concat(Enumerable.Range(1, count).Select(i => Syllables[(int)(bits >> (i * 4)) & 15]));
    }

    /// <summary>A sentence of <paramref name="count"/> words, ended with a full stop.</summary>
    public static string Sentence(ref CorpusRandom random, int count)
    {
        var words = new string[count];
        for (var i = 0; i < count; i++) words[i] = Word(random.Next());
        return string.Join(' ', words) + ".";
    }
}
