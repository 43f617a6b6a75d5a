namespace Similarity.FastText;

/// <summary>The rows of the input matrix that each word of a vocabulary has, worked out once.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class WordRows
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    public WordRows(Vocabulary vocabulary, InputRows inputRows)
    {
        _starts = new int[vocabulary.WordCount + 1];
        var rows = new List<int>();
        var found = new RowList(stackalloc int[64]);
        for (var word = 0; word < vocabulary.WordCount; word++)
        {
            found.Count = 0;
            inputRows.AddWord(vocabulary[word], ref found);
            rows.AddRange(found.Items);
            _starts[word + 1] = rows.Count;
        }
        found.Dispose();
        _rows = [.. rows];
    }

    /// <summary>The rows of a word.</summary>
    public ReadOnlySpan<int> this[int word] => _rows.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);
}
