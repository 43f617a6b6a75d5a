namespace Similarity;

/// <summary>
/// The TF-IDF vectors of some texts, of length 1: weight of a term is (1 + ln tf) · idf (see <see cref="TermWeights"/>). Terms have numbers, from 0 on.
/// </summary>
internal abstract class TermVectors
{
    /// <summary>How many texts there are.</summary>
    public abstract int Count { get; }

    /// <summary>How many terms have a number.</summary>
    public abstract int Terms { get; }

    /// <summary>The numbers of a text's terms, ascending.</summary>
    public abstract ReadOnlySpan<int> TermsOf(int text);

    /// <summary>Their weights.</summary>
    public abstract ReadOnlySpan<float> WeightsOf(int text);

    /// <summary>Whether a term is mostly a name or number.</summary>
    public abstract bool IsName(int term);

    /// <summary>A word that stands for a term, folded.</summary>
    public abstract string WordOf(int term);

    /// <summary>The numbers of those terms of a text that another text has too, and 1 + ln tf of each.</summary>
    public abstract IEnumerable<(int Term, double Factor)> FactorsOf(int text);

    /// <summary>The language of a text, as far as frequencies are told apart by it.</summary>
    public abstract int LanguageOf(int text);

    /// <summary>The cosine of two texts' vectors, 0 to 1.</summary>
    public double Cosine(int a, int b) => SparseVectors.Dot(TermsOf(a), WeightsOf(a), TermsOf(b), WeightsOf(b));
}
