namespace Similarity;

/// <summary>Which units can be learnt: lines of any length, and sentences of a line that are long enough to be recognised.</summary>
internal static class LearntUnits
{
    /// <summary>Words of a sentence below which it is a formula or a fragment.</summary>
    private const int LeastWordsOfSentence = 4;

    /// <summary>Whether a unit can be learnt by itself.</summary>
    public static bool IsOne(TextUnit unit) => unit.IsLine || unit.Words >= LeastWordsOfSentence;

    /// <summary>Short lines that are rows of fragments, such as "Share. Tweet. E-mail.", each as a whole.</summary>
    public static IEnumerable<TextUnit> OfFragments(List<TextUnit> units)
    {
        for (int first = 0, end; first < units.Count; first = end)
        {
            end = first + 1;
            var hasFragment = units[first].Words < LeastWordsOfSentence;
            for (; end < units.Count && units[end].Line == units[first].Line; end++) hasFragment |= units[end].Words < LeastWordsOfSentence;
            if (end == first + 1 || !hasFragment || units[end - 1].EndWord - units[first].FirstWord > PhraseTable.MostWords) continue;
            yield return new TextUnit(units[first].FirstWord, units[end - 1].EndWord, units[first].Line, IsLine: true, units[end - 1].IsClosed);
        }
    }
}
