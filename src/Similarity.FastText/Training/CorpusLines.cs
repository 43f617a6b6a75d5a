namespace Similarity.FastText;

/// <summary>A corpus as entries of a vocabulary, line after line. A line of more than the original's limit is several.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CorpusLines
{
    private const int ChunkBits = 20;

    private readonly List<int[]> _chunks = [];
    private readonly List<long> _ends = [];

    /// <summary>Takes over the tokens of a corpus; those that the vocabulary left out are left out.</summary>
    /// <param name="numbers">The tokens, as numbers of <see cref="CorpusWords"/>.</param>
    /// <param name="entryOf">The entry of each number; −1 for one that was left out.</param>
    /// <param name="endOfLine">The number of what ends a line.</param>
    public CorpusLines(IEnumerable<ArraySegment<int>> numbers, int[] entryOf, int endOfLine)
    {
        var length = 0;
        foreach (var chunk in numbers)
        {
            foreach (var number in chunk)
            {
                if (entryOf[number] >= 0) Add(entryOf[number]);
                length++;
                if (number != endOfLine && length < TrainingCorpus.MaxLineTokens) continue;
                _ends.Add(Tokens);
                length = 0;
            }
        }
    }

    /// <summary>Tokens of all lines.</summary>
    public long Tokens { get; private set; }

    /// <summary>How many lines there are.</summary>
    public int Count => _ends.Count;

    /// <summary>Tokens of the lines before this one.</summary>
    public long StartOf(int line) => line == 0 ? 0 : _ends[line - 1];

    /// <summary>The first line that ends behind a token.</summary>
    public int LineAt(long token)
    {
        var at = _ends.BinarySearch(token + 1);
        return at < 0 ? ~at : at;
    }

    /// <summary>Copies the entries of a line to <paramref name="line"/>, which has room for <see cref="TrainingCorpus.MaxLineTokens"/>, and returns how many there are.</summary>
    public int Read(int number, Span<int> line)
    {
        var count = 0;
        for (var token = StartOf(number); token < _ends[number]; token++) line[count++] = _chunks[(int)(token >> ChunkBits)][(int)token & ((1 << ChunkBits) - 1)];
        return count;
    }

    private void Add(int entry)
    {
        var at = (int)Tokens & ((1 << ChunkBits) - 1);
        if (at == 0) _chunks.Add(new int[1 << ChunkBits]);
        _chunks[^1][at] = entry;
        Tokens++;
    }
}
