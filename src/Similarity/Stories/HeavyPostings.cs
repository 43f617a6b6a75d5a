namespace Similarity;

/// <summary>For each term the texts that have it among their heaviest, by their places in time, ascending.</summary>
internal sealed class HeavyPostings
{
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly float[] _weights;
    private HeavyPostings(int[] starts, int most)
    {
        _starts = starts;
        Most = most;
        _places = new int[starts[^1]];
        _weights = new float[starts[^1]];
    }

    /// <summary>Indexes the texts in the order of <paramref name="order"/> by their <paramref name="most"/> heaviest terms.</summary>
    public static HeavyPostings Create(TermVectors vectors, int[] order, int most)
    {
        var heaviest = new HeaviestTerms(most);
        var starts = new int[vectors.Terms + 2];
        foreach (var text in order)
        {
            foreach (var (term, _) in heaviest.Of(vectors, text)) starts[term + 2]++;
        }
        for (var term = 2; term < starts.Length; term++) starts[term] += starts[term - 1];
        var postings = new HeavyPostings(starts, most);
        for (var place = 0; place < order.Length; place++)
        {
            foreach (var (term, weight) in heaviest.Of(vectors, order[place]))
            {
                var at = starts[term + 1]++;
                (postings._places[at], postings._weights[at]) = (place, weight);
            }
        }
        return postings;
    }

    /// <summary>By how many terms at most a text is found.</summary>
    public int Most { get; }

    /// <summary>How many texts have the term among their heaviest.</summary>
    public int CountOf(int term) => _starts[term + 1] - _starts[term];

    /// <summary>Who has the term: all, or the <paramref name="most"/> nearest to <paramref name="place"/>.</summary>
    public (ReadOnlyMemory<int> Places, ReadOnlyMemory<float> Weights) Of(int term, int place, int most)
    {
        var (first, count) = (_starts[term], _starts[term + 1] - _starts[term]);
        if (count > most)
        {
            var at = _places.AsSpan(first, count).BinarySearch(place);
            first += Math.Clamp((at < 0 ? ~at : at) - (most / 2), 0, count - most);
            count = most;
        }
        return (_places.AsMemory(first, count), _weights.AsMemory(first, count));
    }
}
