namespace Similarity.FastText;

/// <summary>
/// From the words of a corpus to the vocabulary of a model: words before labels, the most frequent first, in byte order among equals;
/// rare words are left out.
/// </summary>
internal static class VocabularyBuilder
{
    /// <summary>Builds it.</summary>
    /// <param name="words">The words of the corpus.</param>
    /// <param name="leastCount">Occurrences below which a word is left out; labels stay.</param>
    /// <param name="withLabels">Whether labels take part.</param>
    /// <param name="tokens">Tokens of the corpus.</param>
    /// <returns>The vocabulary, and the entry of each word of the corpus: −1 where it was left out.</returns>
    public static (Vocabulary Vocabulary, int[] EntryOf) Build(CorpusWords words, int leastCount, bool withLabels, long tokens)
    {
        var entryOf = new int[words.Count];
        Array.Fill(entryOf, -1);
        var kept = Enumerable.Range(0, words.Count)
            .Where(word => !words.IsForgotten(word) && (words.IsLabel(word) ? withLabels : words.CountOf(word) >= leastCount))
            .ToArray();
        Array.Sort(kept, (a, b) =>
        {
            var order = words.IsLabel(a).CompareTo(words.IsLabel(b));
            if (order == 0) order = words.CountOf(b).CompareTo(words.CountOf(a));
            return order == 0 ? words.BytesOf(a).SequenceCompareTo(words.BytesOf(b)) : order;
        });
        var (bytes, ends, counts) = (new List<byte>(), new int[kept.Length], new long[kept.Length]);
        for (var entry = 0; entry < kept.Length; entry++)
        {
            entryOf[kept[entry]] = entry;
            bytes.AddRange(words.BytesOf(kept[entry]));
            (ends[entry], counts[entry]) = (bytes.Count, words.CountOf(kept[entry]));
        }
        return (new Vocabulary([.. bytes], ends, counts, kept.Count(word => !words.IsLabel(word)), tokens), entryOf);
    }
}
