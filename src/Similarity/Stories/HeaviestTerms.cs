namespace Similarity;

/// <summary>Finds the terms of a text that weigh most.</summary>
/// <remarks>Not thread-safe; reuses its buffer.</remarks>
internal sealed class HeaviestTerms(int most)
{
    private (int Term, float Weight)[] _terms = new (int, float)[256];

    /// <summary>Up to the given number of terms, heaviest first; the lower number first among equals. Valid until the next call.</summary>
    public ReadOnlySpan<(int Term, float Weight)> Of(TermVectors vectors, int text)
    {
        var terms = vectors.TermsOf(text);
        var weights = vectors.WeightsOf(text);
        if (_terms.Length < terms.Length) _terms = new (int, float)[terms.Length * 2];
        for (var i = 0; i < terms.Length; i++) _terms[i] = (terms[i], weights[i]);
        var all = _terms.AsSpan(0, terms.Length);
        all.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Term.CompareTo(b.Term));
        return all[..Math.Min(most, all.Length)];
    }
}
