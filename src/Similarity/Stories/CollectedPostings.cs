namespace Similarity;

/// <summary>The heaviest terms of all texts of a run.</summary>
internal sealed class CollectedPostings : HeavyPostings
{
    private readonly int[] _order;
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly float[] _weights;

    /// <summary>Indexes the texts in the order of <paramref name="order"/> by their <paramref name="most"/> heaviest terms.</summary>
    public CollectedPostings(TermVectors vectors, int[] order, int most) : base(most)
    {
        _order = order;
        var heaviest = new HeaviestTerms(most);
        _starts = new int[vectors.Terms + 2];
        foreach (var text in order)
        {
            foreach (var (term, _) in heaviest.Of(vectors, text)) _starts[term + 2]++;
        }
        for (var term = 2; term < _starts.Length; term++) _starts[term] += _starts[term - 1];
        _places = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        for (var place = 0; place < order.Length; place++)
        {
            foreach (var (term, weight) in heaviest.Of(vectors, order[place]))
            {
                var at = _starts[term + 1]++;
                (_places[at], _weights[at]) = (place, weight);
            }
        }
    }

    /// <inheritdoc/>
    public override int TextAt(int place) => _order[place];

    /// <inheritdoc/>
    public override int CountOf(int term) => _starts[term + 1] - _starts[term];

    /// <inheritdoc/>
    protected override (ReadOnlyMemory<int>, ReadOnlyMemory<float>) All(int term)
    {
        var (first, count) = (_starts[term], CountOf(term));
        return (_places.AsMemory(first, count), _weights.AsMemory(first, count));
    }
}
