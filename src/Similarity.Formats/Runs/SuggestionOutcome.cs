namespace Similarity.Formats;

/// <summary>What can be said of the threshold of stories without labels.</summary>
/// <param name="Articles">Articles of the run.</param>
/// <param name="Suggestion">The threshold that percolation suggests.</param>
/// <param name="Stability">What stories are at each of some thresholds, and how far they stay that in random subsets; ascending.</param>
/// <param name="Threshold">The threshold that the run was asked for.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record SuggestionOutcome(
    int Articles,
    ThresholdSuggestion Suggestion,
    IReadOnlyList<StabilityPoint> Stability,
    double Threshold,
    IReadOnlyList<string> Notices,
    IReadOnlyList<Reject> FirstRejects)
{
    /// <summary>What was found of the connected parts at one of the thresholds of <see cref="Stability"/>.</summary>
    public PercolationPoint PercolationAt(double threshold) => Suggestion.Points.MinBy(point => Math.Abs(point.Threshold - threshold))!;
}
