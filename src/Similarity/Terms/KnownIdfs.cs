namespace Similarity;

/// <summary>The idf of each term in each language, computed when it is first asked for.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class KnownIdfs(LanguageFrequencies frequencies, uint[] hashes, BackgroundFrequencies background)
{
    private readonly double[]?[] _ofLanguage = new double[]?[TextLanguage.Count];

    /// <summary>The idf of a term of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number of the term; −1 for one that only this text has.</param>
    /// <param name="hash">Its <see cref="TermHash"/>.</param>
    public double Of(int text, int number, uint hash)
    {
        if (number < 0) return Compute(text, number, hash);
        // No idf is below 1.
        ref var known = ref (_ofLanguage[frequencies.LanguageOf(text)] ??= new double[hashes.Length])[number];
        if (known == 0) known = Compute(text, number, hash);
        return known;
    }

    private double Compute(int text, int number, uint hash) =>
        TermWeights.Idf(frequencies.TextsOf(text), frequencies.TextsWith(text, number), frequencies.IsEnglish(text) ? TermWeights.GeneralIdf(hash, background) : null);
}
