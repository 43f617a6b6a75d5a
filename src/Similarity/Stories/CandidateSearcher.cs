namespace Similarity;

/// <summary>Finds the candidates of one text after another.</summary>
/// <remarks>Not thread-safe: one a thread.</remarks>
internal sealed class CandidateSearcher(StoryMeasure measure, HeavyPostings postings, double floor)
{
    /// <summary>Terms that a text is found by.</summary>
    public const int MostTerms = 48;

    /// <summary>How often texts are met, by one term each time, before no more terms are looked up.</summary>
    private const int MostMet = 4096;

    /// <summary>Texts that are measured against one.</summary>
    private const int MostMeasured = 256;

    /// <summary>Texts are measured in order of what they share; after so many that were not close enough, one after the other, no more are.</summary>
    private const int MostMisses = 32;

    /// <summary>The heaviest terms of two texts of one story hold at least this share of what makes them close.</summary>
    private const double LeastShare = 0.25;

    private readonly HeaviestTerms _heaviest = new(postings.Most);
    private readonly long[] _rarest = new long[postings.Most];
    /// <summary>What each text from <see cref="_first"/> on shares with the one that is asked about.</summary>
    private float[] _shared = new float[measure.Texts.Count - postings.First];
    private float[] _own = new float[measure.Vectors.Terms];
    private ulong[] _ranked = [];
    private int[] _met = new int[1024];
    private int _count;
    private int _first;

    /// <summary>Measures the text at <paramref name="place"/> against its candidates; those close enough go to <paramref name="edges"/>.</summary>
    public void Search(int place, List<StoryEdge> edges)
    {
        _first = postings.First;
        if (_shared.Length < measure.Texts.Count - _first) Array.Resize(ref _shared, (measure.Texts.Count - _first) * 2);
        if (_own.Length < measure.Vectors.Terms) Array.Resize(ref _own, measure.Vectors.Terms * 2);
        var text = postings.TextAt(place);
        var vectors = measure.Vectors;
        Meet(place, text);
        var chosen = Choose(text);
        var terms = vectors.TermsOf(text);
        var weights = vectors.WeightsOf(text);
        for (var i = 0; i < terms.Length; i++) _own[terms[i]] = weights[i];
        var misses = 0;
        foreach (var other in chosen)
        {
            if (misses == MostMisses) break;
            var candidate = postings.TextAt(other);
            var closeness = measure.Closeness(text, candidate, Product(vectors.TermsOf(candidate), vectors.WeightsOf(candidate)));
            if (closeness >= floor)
            {
                edges.Add(new StoryEdge(Math.Min(text, candidate), Math.Max(text, candidate), (float)closeness));
                misses = 0;
            }
            else
            {
                misses++;
            }
        }
        foreach (var term in terms) _own[term] = 0;
    }

    /// <summary>Adds up what each text shares with this one, by the rarest of its heaviest terms first, as long as that is not too many.</summary>
    private void Meet(int place, int text)
    {
        _count = 0;
        var heaviest = _heaviest.Of(measure.Vectors, text);
        for (var i = 0; i < heaviest.Length; i++) _rarest[i] = ((long)postings.CountOf(heaviest[i].Term) << 32) | (uint)i;
        var rarest = _rarest.AsSpan(0, heaviest.Length);
        rarest.Sort();
        var left = MostMet;
        foreach (var packed in rarest)
        {
            if (left <= 0) break;
            var (term, weight) = heaviest[(int)(packed & 0xFFFF)];
            var (places, weights) = postings.Of(term, place, left);
            left -= places.Length;
            Add(places.Span, weights.Span, weight);
        }
        _shared[place - _first] = 0;
    }

    private void Add(ReadOnlySpan<int> places, ReadOnlySpan<float> weights, float weight)
    {
        if (_met.Length < _count + places.Length) Array.Resize(ref _met, Math.Max(_met.Length * 2, _count + places.Length));
        for (var i = 0; i < places.Length; i++)
        {
            ref var shared = ref _shared[places[i] - _first];
            if (shared == 0) _met[_count++] = places[i];
            shared += weight * weights[i];
        }
    }

    /// <summary>The texts met that share most; forgets the others.</summary>
    private ReadOnlySpan<int> Choose(int text)
    {
        var least = (float)(LeastShare * (floor + (measure.LevelOf(text) / 2)));
        var kept = 0;
        if (_ranked.Length < _count) _ranked = new ulong[_met.Length];
        foreach (var other in _met.AsSpan(0, _count))
        {
            var shared = _shared[other - _first];
            _shared[other - _first] = 0;
            // Positive floats are in order as their bits are; what shares most comes first, the earlier among equals.
            if (shared >= least && shared > 0) _ranked[kept++] = ((ulong)~BitConverter.SingleToUInt32Bits(shared) << 32) | (uint)other;
        }
        var ranked = _ranked.AsSpan(0, kept);
        Selection.Smallest(ranked, MostMeasured);
        kept = Math.Min(kept, MostMeasured);
        ranked[..kept].Sort();
        for (var i = 0; i < kept; i++) _met[i] = (int)(uint)ranked[i];
        return _met.AsSpan(0, kept);
    }

    private double Product(ReadOnlySpan<int> terms, ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++) sum += (double)_own[terms[i]] * weights[i];
        return sum;
    }
}
