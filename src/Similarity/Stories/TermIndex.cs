using System.Numerics;

namespace Similarity;

/// <summary>An inverted index of some texts: for each term who has it, and with which weight.</summary>
/// <remarks>
/// What many have stands in full, a weight a text, so that it is added up in vector passes; everything else as a list of those who have it.
/// A weight of 0 adds nothing, and terms are added in their order either way: the sums have the same bits.
/// </remarks>
internal sealed class TermIndex
{
    /// <summary>Terms that at least one text of so many has stand in full.</summary>
    private const int Common = 8;

    private readonly int[] _starts;
    private readonly int[] _places;
    private readonly float[] _weights;
    private readonly int[] _texts;
    private readonly float[]?[] _full;

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
        _full = new float[vectors.Terms][];
        for (var term = 0; term < _full.Length; term++)
        {
            var (first, end) = (_starts[term], _starts[term + 1]);
            if (end - first < Math.Max(count / Common, Common)) continue;
            var full = _full[term] = new float[count];
            for (var i = first; i < end; i++) full[_places[i]] = _weights[i];
        }
    }

    /// <summary>How many texts are indexed.</summary>
    public int Count => _texts.Length;

    /// <summary>The place of a text; negative where it is not indexed.</summary>
    public int PlaceOf(int text) => Array.BinarySearch(_texts, text);

    /// <summary>The products of a vector with those of all indexed texts, by place.</summary>
    public void Accumulate(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights, Span<float> products)
    {
        products.Clear();
        for (var i = 0; i < terms.Length; i++)
        {
            // Terms ascend; those that the texts do not have may have come later.
            if (terms[i] >= _full.Length) return;
            var (first, count) = (_starts[terms[i]], _starts[terms[i] + 1] - _starts[terms[i]]);
            if (_full[terms[i]] is { } full) AddFull(full, weights[i], products);
            else AddListed(_places.AsSpan(first, count), _weights.AsSpan(first, count), weights[i], products);
        }
    }

    private static void AddFull(float[] theirs, float weight, Span<float> products)
    {
        var (vector, i) = (new Vector<float>(weight), 0);
        for (; i <= products.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var sums = products.Slice(i, Vector<float>.Count);
            (new Vector<float>(sums) + (vector * new Vector<float>(theirs, i))).CopyTo(sums);
        }
        for (; i < products.Length; i++) products[i] += weight * theirs[i];
    }

    private static void AddListed(ReadOnlySpan<int> places, ReadOnlySpan<float> theirs, float weight, Span<float> products)
    {
        for (var i = 0; i < places.Length; i++) products[places[i]] += weight * theirs[i];
    }
}
