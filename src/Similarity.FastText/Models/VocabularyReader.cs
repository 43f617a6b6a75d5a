namespace Similarity.FastText;

/// <summary>
/// Reads the words, labels and kept n-grams of a model:
/// <code>
/// int32 entries, words, labels; int64 tokens; int64 kept n-grams (−1: all)
/// entries x { word, NUL; int64 count; int8 0 for a word, 1 for a label }, words first
/// kept n-grams x { int32 bucket, int32 row }
/// </code>
/// </summary>
internal static class VocabularyReader
{
    private const int LeastEntryBytes = 1 + sizeof(long) + 1;

    /// <summary>The words and labels, and the n-grams that were kept, null where all were.</summary>
    public static (Vocabulary Vocabulary, PrunedGrams? Pruned) Read(ModelCursor cursor)
    {
        var size = cursor.Int32("the number of words and labels", 0, Vocabulary.MaxEntries);
        var words = cursor.Int32("the number of words", 0, size);
        _ = cursor.Int32("the number of labels", size - words, size - words);
        var tokens = cursor.Int64("the number of tokens", 0, long.MaxValue);
        var kept = cursor.Int64("the number of n-grams kept", -1, int.MaxValue);
        cursor.Require(size, LeastEntryBytes, "words and labels");
        var vocabulary = ReadEntries(cursor, size, words, tokens);
        return (vocabulary, kept < 0 ? null : ReadPruned(cursor, (int)kept));
    }

    private static Vocabulary ReadEntries(ModelCursor cursor, int size, int words, long tokens)
    {
        var first = cursor.Offset;
        var bytes = new byte[LengthOfWords(cursor, size)];
        var ends = new int[size];
        var counts = new long[size];
        cursor.Offset = first;
        var end = 0;
        for (var entry = 0; entry < size; entry++)
        {
            var word = cursor.Word();
            word.CopyTo(bytes.AsSpan(end));
            ends[entry] = end += word.Length;
            counts[entry] = cursor.Int64("the count of an entry", 0, long.MaxValue);
            var isLabel = cursor.Flag("whether an entry is a label");
            if (isLabel != entry >= words) throw cursor.Wrong(1, $"entry {entry} is {(isLabel ? "a label" : "a word")}, and {words} words stand before the labels");
        }
        try
        {
            return new Vocabulary(bytes, ends, counts, words, tokens);
        }
        catch (ArgumentException refusal)
        {
            throw new ModelFormatException(first, refusal.Message, refusal);
        }
    }

    /// <summary>Passes over all entries, to allocate once what they take.</summary>
    private static int LengthOfWords(ModelCursor cursor, int size)
    {
        var length = 0L;
        for (var entry = 0; entry < size; entry++)
        {
            length += cursor.Word().Length;
            _ = cursor.Pass(sizeof(long) + 1, "the count of an entry");
        }
        return length <= Array.MaxLength ? (int)length : throw cursor.Wrong(0, $"the words take {length} bytes, more than {Array.MaxLength}");
    }

    private static PrunedGrams ReadPruned(ModelCursor cursor, int count)
    {
        cursor.Require(count, 2 * sizeof(int), "n-grams kept");
        var first = cursor.Offset;
        var kept = new (int Bucket, int Row)[count];
        for (var i = 0; i < count; i++)
        {
            kept[i] = (cursor.Int32("the bucket of an n-gram", 0, int.MaxValue), cursor.Int32("the row of an n-gram", 0, count - 1));
        }
        try
        {
            return new PrunedGrams(kept);
        }
        catch (ArgumentException refusal)
        {
            throw new ModelFormatException(first, refusal.Message, refusal);
        }
    }
}
