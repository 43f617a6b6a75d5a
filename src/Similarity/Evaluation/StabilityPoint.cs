namespace Similarity;

/// <summary>How far the stories at a threshold stay what they are when some articles are missing.</summary>
/// <param name="Threshold">Least mean closeness of a story.</param>
/// <param name="Stories">Stories of two texts or more, of all texts.</param>
/// <param name="LargestShare">Share of the texts in the largest of them, 0 to 1.</param>
/// <param name="AdjustedRandIndex">Mean over subsets of the agreement of their stories with those of all texts, on the texts in common.</param>
/// <param name="BCubedF1">The same by B-cubed F1.</param>
public sealed record StabilityPoint(double Threshold, int Stories, double LargestShare, double AdjustedRandIndex, double BCubedF1);
