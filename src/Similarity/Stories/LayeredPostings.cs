using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>The heaviest terms of a few texts that come after those of others, which stay as they are.</summary>
/// <remarks>Not thread-safe; those that lie over one may be used at the same time while that does not change.</remarks>
internal sealed class LayeredPostings(GrowingPostings under) : HeavyPostings(under.Most)
{
    private readonly HeaviestTerms _heaviest = new(under.Most);
    private readonly Dictionary<int, List<(int Place, float Weight)>> _ofTerm = [];

    /// <summary>Adds a text.</summary>
    public void Add(TermVectors vectors, int text)
    {
        foreach (var (term, weight) in _heaviest.Of(vectors, text))
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_ofTerm, term, out _) ??= []).Add((text, weight));
        }
    }

    /// <summary>Forgets the texts.</summary>
    public void Clear() => _ofTerm.Clear();

    /// <inheritdoc/>
    public override int First => under.First;

    /// <inheritdoc/>
    public override int TextAt(int place) => under.TextAt(place);

    /// <inheritdoc/>
    public override int CountOf(int term) => under.CountOf(term) + (_ofTerm.TryGetValue(term, out var own) ? own.Count : 0);

    /// <inheritdoc/>
    public override (ReadOnlyMemory<int>, ReadOnlyMemory<float>) Of(int term, int place, int nearest)
    {
        if (!_ofTerm.TryGetValue(term, out var own)) return under.Of(term, place, nearest);
        var (places, weights) = under.Of(term, place, int.MaxValue);
        int[] all = [.. places.Span, .. own.Select(text => text.Place)];
        float[] allWeights = [.. weights.Span, .. own.Select(text => text.Weight)];
        var (first, count) = GrowingPostings.Nearest(all, place, nearest);
        return (all.AsMemory(first, count), allWeights.AsMemory(first, count));
    }
}
