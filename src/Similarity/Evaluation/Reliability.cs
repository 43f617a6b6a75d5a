namespace Similarity;

/// <summary>
/// Whether a probability means what it says: of the pairs of which it says 0.7, seven in ten should tell one story (the reliability diagram of
/// Murphy and Winkler 1977, in ten bins).
/// </summary>
/// <param name="Bins">Those that have a pair, by probability.</param>
/// <param name="ExpectedError">Mean difference between predicted and observed over all pairs (expected calibration error), 0 to 1.</param>
/// <param name="Brier">Mean squared difference between the probability and what is the case (Brier 1950), 0 to 1.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double ExpectedError, double Brier)
{
    private const int Count = 10;

    /// <summary>The reliability of a calibration for labelled pairs, at least one.</summary>
    public static Reliability Of(IReadOnlyList<LabelledCloseness> pairs, StoryCalibration calibration)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(calibration);
        return Of([.. pairs.Select(pair => (pair, calibration.ProbabilityOf(pair.Closeness)))]);
    }

    /// <summary>The reliability of probabilities for labelled pairs, at least one.</summary>
    public static Reliability Of(IReadOnlyList<(LabelledCloseness Pair, double Probability)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0) throw new ArgumentException("There are no pairs.", nameof(pairs));
        List<ReliabilityBin> bins =
        [
            .. pairs
                .GroupBy(pair => Math.Min((int)(pair.Probability * Count), Count - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => Bin(bin.Key, [.. bin])),
        ];
        var weight = bins.Sum(bin => bin.Weight);
        return new Reliability(
            bins,
            bins.Sum(bin => bin.Weight * Math.Abs(bin.Predicted - bin.Observed)) / weight,
            pairs.Sum(pair => pair.Pair.Weight * Math.Pow(pair.Probability - (pair.Pair.IsSame ? 1 : 0), 2)) / weight);
    }

    private static ReliabilityBin Bin(int number, List<(LabelledCloseness Pair, double Probability)> pairs)
    {
        var weight = pairs.Sum(pair => pair.Pair.Weight);
        return new ReliabilityBin(
            (double)number / Count,
            pairs.Count,
            weight,
            pairs.Sum(pair => pair.Pair.Weight * pair.Probability) / weight,
            pairs.Where(pair => pair.Pair.IsSame).Sum(pair => pair.Pair.Weight) / weight);
    }
}
