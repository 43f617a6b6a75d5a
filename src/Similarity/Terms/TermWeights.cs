namespace Similarity;

/// <summary>
/// What a term weighs in a text: 1 + ln tf, times an idf of which one part comes from the run's own texts and one from a general collection of
/// news. Each idf is ln((1 + n) / (1 + df)); their weighted mean has 1 added to it.
/// </summary>
internal static class TermWeights
{
    /// <summary>The share of a run's own frequencies in a weight.</summary>
    private const double MostOwn = 0.5;

    /// <summary>With fewer texts than this their own frequencies count for less: a story of five is a twentieth of a hundred texts.</summary>
    private const double TextsForEqual = 300;

    private static readonly double[] UsualFactors = [.. Enumerable.Range(0, 64).Select(count => 1 + Math.Log(count))];

    /// <summary>How much an occurrence count weighs.</summary>
    public static double FrequencyFactor(int count) => (uint)count < (uint)UsualFactors.Length ? UsualFactors[count] : 1 + Math.Log(count);

    /// <summary>The part of a term's idf that comes from the general collection.</summary>
    /// <param name="hash">The term's <see cref="TermHash"/>.</param>
    /// <param name="background">The general collection.</param>
    public static double GeneralIdf(uint hash, BackgroundFrequencies background) => Math.Log((1.0 + background.Count) / (1 + background[hash]));

    /// <summary>The idf of a term.</summary>
    /// <param name="texts">How many texts there are in the language.</param>
    /// <param name="textsWith">How many of them have the term.</param>
    /// <param name="general">What <see cref="GeneralIdf"/> gives; <see langword="null"/> in another language than that of the general collection.</param>
    public static double Idf(int texts, int textsWith, double? general)
    {
        var own = Math.Log((1.0 + texts) / (1 + textsWith));
        if (general is not { } idf) return own + 1;
        var share = Math.Min(MostOwn, texts / (texts + TextsForEqual));
        return (own * share) + (idf * (1 - share)) + 1;
    }
}
