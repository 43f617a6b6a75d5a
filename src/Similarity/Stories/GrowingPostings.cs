using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>The heaviest terms of texts that come and go one after another; a text's place is its number.</summary>
/// <remarks>Not thread-safe while texts come and go.</remarks>
internal sealed class GrowingPostings(int most) : HeavyPostings(most)
{
    private readonly HeaviestTerms _heaviest = new(most);
    private readonly Dictionary<int, Postings> _ofTerm = [];
    private int _first;

    /// <inheritdoc/>
    public override int First => _first;

    /// <summary>Adds the next text.</summary>
    public void Add(TermVectors vectors, int text)
    {
        foreach (var (term, weight) in _heaviest.Of(vectors, text))
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofTerm, term, out _);
            (postings ??= new Postings()).Add(text, weight);
        }
    }

    /// <summary>Takes a text out, whose vector is what it was when it was added.</summary>
    public void Remove(TermVectors vectors, int text)
    {
        foreach (var (term, _) in _heaviest.Of(vectors, text))
        {
            if (!_ofTerm.TryGetValue(term, out var postings)) continue;
            postings.Remove(text);
            if (postings.Count == 0) _ = _ofTerm.Remove(term);
        }
    }

    /// <summary>Notes that all texts before one have been taken out.</summary>
    public void DropBefore(int text) => _first = text;

    /// <inheritdoc/>
    public override int TextAt(int place) => place;

    /// <inheritdoc/>
    public override int CountOf(int term) => CountOf(term, int.MaxValue);

    /// <inheritdoc/>
    /// <remarks>Before it and after it, because texts need not be asked about in the order in which they came.</remarks>
    public override (ReadOnlyMemory<int>, ReadOnlyMemory<float>) Of(int term, int place, int nearest) => Of(term, place, nearest, int.MaxValue);

    /// <summary>As <see cref="CountOf(int)"/>, of the texts before a place.</summary>
    public int CountOf(int term, int end) => _ofTerm.TryGetValue(term, out var postings) ? postings.CountBefore(end) : 0;

    /// <summary>As <see cref="Of(int, int, int)"/>, of the texts before a place.</summary>
    public (ReadOnlyMemory<int>, ReadOnlyMemory<float>) Of(int term, int place, int nearest, int end)
    {
        if (!_ofTerm.TryGetValue(term, out var postings)) return default;
        var (first, count) = Nearest(postings.Places.Span[..postings.CountBefore(end)], place, nearest);
        return (postings.Places.Slice(first, count), postings.Weights.Slice(first, count));
    }

    /// <summary>Where those of some places begin that are nearest to one, and how many these are.</summary>
    public static (int First, int Count) Nearest(ReadOnlySpan<int> places, int place, int nearest)
    {
        var count = Math.Min(places.Length, nearest);
        var at = places.BinarySearch(place);
        return (Math.Clamp((at < 0 ? ~at : at) - (count / 2), 0, places.Length - count), count);
    }

    private sealed class Postings
    {
        private float[] _weights = new float[1];
        private int[] _places = new int[1];
        private int _start;

        public int Count { get; private set; }

        public ReadOnlyMemory<int> Places => _places.AsMemory(_start, Count);

        public ReadOnlyMemory<float> Weights => _weights.AsMemory(_start, Count);

        public int CountBefore(int end)
        {
            if (Count == 0 || _places[_start + Count - 1] < end) return Count;
            var at = Array.BinarySearch(_places, _start, Count, end);
            return (at < 0 ? ~at : at) - _start;
        }

        public void Add(int place, float weight)
        {
            if (_start + Count == _places.Length) MakeRoom();
            (_places[_start + Count], _weights[_start + Count]) = (place, weight);
            Count++;
        }

        /// <summary>Takes a place out; the first, as a rule, which moves nothing.</summary>
        public void Remove(int place)
        {
            var at = Array.BinarySearch(_places, _start, Count, place);
            if (at < 0) return;
            Count--;
            if (at == _start)
            {
                _start++;
                return;
            }
            Array.Copy(_places, at + 1, _places, at, _start + Count - at);
            Array.Copy(_weights, at + 1, _weights, at, _start + Count - at);
        }

        /// <summary>Moves all to the front, of larger memory where at least half of this is in use.</summary>
        private void MakeRoom()
        {
            var length = Count >= _places.Length / 2 ? Math.Max(Count * 2, 1) : _places.Length;
            var (places, weights) = (Places, Weights);
            if (length != _places.Length) (_places, _weights) = (new int[length], new float[length]);
            places.CopyTo(_places);
            weights.CopyTo(_weights);
            _start = 0;
        }
    }
}
