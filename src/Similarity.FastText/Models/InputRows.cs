using System.Runtime.CompilerServices;

namespace Similarity.FastText;

/// <summary>
/// Which rows of the input matrix words and lines have: a known word its own and those of its n-grams, an unknown one only
/// those of its n-grams, and in supervised models runs of words theirs. The rows and their order are the original's.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InputRows(ModelArguments arguments, Vocabulary vocabulary, PrunedGrams? pruned)
{
    private const int StackWords = 256;

    private readonly int _mostGram = arguments.Buckets > 0 ? arguments.MostGram : 0;

    /// <summary>What an unknown label begins with: the original's default, for files do not keep another one.</summary>
    private static ReadOnlySpan<byte> LabelPrefix => "__label__"u8;

    /// <summary>Adds the rows of a word. A label has none of its own, and is read like an unknown word.</summary>
    public void AddWord(ReadOnlySpan<byte> word, ref RowList rows)
    {
        var entry = vocabulary.Find(word);
        AddWord(word, entry < vocabulary.WordCount ? entry : -1, ref rows);
    }

    /// <summary>Adds the rows of a line as supervised models take it, without labels.</summary>
    /// <param name="line">What stands after its end is not read.</param>
    /// <param name="endsLine">Whether its end is a word even where it is not there.</param>
    /// <param name="rows">Where the rows go.</param>
    [SkipLocalsInit]
    public void AddLine(ReadOnlySpan<byte> line, bool endsLine, ref RowList rows)
    {
        var hashes = new RowList(stackalloc int[StackWords]);
        foreach (var token in new LineTokens(line, endsLine))
        {
            var hash = Fnv1a.Compute(token);
            var entry = vocabulary.Find(token, hash);
            var isLabel = entry < 0 ? token.StartsWith(LabelPrefix) : entry >= vocabulary.WordCount;
            if (isLabel) continue;
            AddWord(token, entry, ref rows);
            hashes.Add((int)hash);
        }
        if (arguments is { WordGrams: >= 2, Buckets: > 0 })
        {
            var first = rows.Count;
            WordRuns.AddBuckets(hashes.Items, arguments.WordGrams, arguments.Buckets, ref rows);
            ToRows(ref rows, first);
        }
        hashes.Dispose();
    }

    private void AddWord(ReadOnlySpan<byte> word, int entry, ref RowList rows)
    {
        if (entry >= 0) rows.Add(entry);
        if (_mostGram <= 0 || word.SequenceEqual(LineTokens.EndOfLine)) return;
        var first = rows.Count;
        Subwords.AddHashes(word, arguments.LeastGram, _mostGram, ref rows);
        foreach (ref var hash in rows.Items[first..]) hash = (int)((uint)hash % (uint)arguments.Buckets);
        ToRows(ref rows, first);
    }

    /// <summary>Turns buckets from <paramref name="first"/> on into rows, and drops those that were not kept.</summary>
    private void ToRows(ref RowList rows, int first)
    {
        var buckets = rows.Items[first..];
        if (pruned is null)
        {
            foreach (ref var bucket in buckets) bucket += vocabulary.WordCount;
            return;
        }
        var kept = first;
        foreach (var bucket in buckets)
        {
            if (pruned.RowOf(bucket) is var row && row >= 0) rows.Items[kept++] = vocabulary.WordCount + row;
        }
        rows.Count = kept;
    }
}
