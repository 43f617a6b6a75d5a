using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>The heaviest terms of texts that arrive one after another; a text's place is its number.</summary>
/// <remarks>Not thread-safe while texts are added.</remarks>
internal sealed class GrowingPostings(int most) : HeavyPostings(most)
{
    private readonly HeaviestTerms _heaviest = new(most);
    private readonly Dictionary<int, Postings> _ofTerm = [];

    /// <summary>Adds the next text.</summary>
    public void Add(TermVectors vectors, int text)
    {
        foreach (var (term, weight) in _heaviest.Of(vectors, text))
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofTerm, term, out _);
            (postings ??= new Postings()).Add(text, weight);
        }
    }

    /// <inheritdoc/>
    public override int TextAt(int place) => place;

    /// <inheritdoc/>
    public override int CountOf(int term) => _ofTerm.TryGetValue(term, out var postings) ? postings.Count : 0;

    /// <inheritdoc/>
    /// <remarks>Before it and after it, because texts need not be asked about in the order in which they came.</remarks>
    public override (ReadOnlyMemory<int>, ReadOnlyMemory<float>) Of(int term, int place, int nearest)
    {
        if (!_ofTerm.TryGetValue(term, out var postings)) return default;
        var count = Math.Min(postings.Count, nearest);
        var at = Array.BinarySearch(postings.Places, 0, postings.Count, place);
        var first = Math.Clamp((at < 0 ? ~at : at) - (count / 2), 0, postings.Count - count);
        return (postings.Places.AsMemory(first, count), postings.Weights.AsMemory(first, count));
    }

    private sealed class Postings
    {
        private float[] _weights = new float[1];
        private int[] _places = new int[1];

        public int Count { get; private set; }

        public int[] Places => _places;

        public float[] Weights => _weights;

        public void Add(int place, float weight)
        {
            if (Count == _places.Length)
            {
                Array.Resize(ref _places, Count * 2);
                Array.Resize(ref _weights, Count * 2);
            }
            (_places[Count], _weights[Count]) = (place, weight);
            Count++;
        }
    }
}
