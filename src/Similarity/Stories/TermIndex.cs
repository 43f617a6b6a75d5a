namespace Similarity;

/// <summary>An inverted index of some texts: for each term who has it, and with which weight.</summary>
internal sealed class TermIndex
{
    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly float[] _weights;
    private readonly int[] _texts;

    /// <summary>Indexes <paramref name="count"/> texts.</summary>
    /// <param name="vectors">Their vectors.</param>
    /// <param name="textAt">The text at each place, ascending.</param>
    /// <param name="count">How many places there are.</param>
    public TermIndex(TermVectors vectors, Func<int, int> textAt, int count)
    {
        _texts = new int[count];
        _starts = new int[vectors.Terms + 2];
        for (var place = 0; place < count; place++)
        {
            _texts[place] = textAt(place);
            foreach (var term in vectors.TermsOf(_texts[place])) _starts[term + 2]++;
        }
        for (var term = 2; term < _starts.Length; term++) _starts[term] += _starts[term - 1];
        _places = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        for (var place = 0; place < count; place++)
        {
            var terms = vectors.TermsOf(_texts[place]);
            var weights = vectors.WeightsOf(_texts[place]);
            for (var i = 0; i < terms.Length; i++)
            {
                var at = _starts[terms[i] + 1]++;
                (_places[at], _weights[at]) = (place, weights[i]);
            }
        }
    }

    /// <summary>How many texts are indexed.</summary>
    public int Count => _texts.Length;

    /// <summary>The text at a place.</summary>
    public int TextAt(int place) => _texts[place];

    /// <summary>The products of a vector with those of all indexed texts, by place.</summary>
    public void Accumulate(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights, Span<float> products)
    {
        products.Clear();
        for (var i = 0; i < terms.Length; i++)
        {
            // Terms ascend; those that the texts do not have may have come later.
            if (terms[i] >= _starts.Length - 2) return;
            var (first, end) = (_starts[terms[i]], _starts[terms[i] + 1]);
            var weight = weights[i];
            var theirs = _weights.AsSpan(first, end - first);
            var places = _places.AsSpan(first, end - first);
            for (var j = 0; j < places.Length; j++) products[places[j]] += weight * theirs[j];
        }
    }
}
