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
    /// <remarks>Only those before it, because it is met by those after it.</remarks>
    public override (ReadOnlyMemory<int>, ReadOnlyMemory<float>) Of(int term, int place, int nearest)
    {
        var at = _places.AsSpan(_starts[term], CountOf(term)).BinarySearch(place);
        var before = at < 0 ? ~at : at;
        var count = Math.Min(before, nearest);
        var first = _starts[term] + before - count;
        return (_places.AsMemory(first, count), _weights.AsMemory(first, count));
    }
}
