namespace Similarity;

/// <summary>A pair of articles that a person is to label.</summary>
/// <param name="A">Index of the first article.</param>
/// <param name="B">Index of the second article.</param>
/// <param name="Closeness">How close they are.</param>
/// <param name="IsTogether">Whether the run has them in one story.</param>
/// <param name="Stratum">Number of the stratum that it was drawn from.</param>
/// <param name="StratumPairs">How many pairs this has.</param>
/// <param name="Weight">For how many of them the pair stands: one over the probability that it was drawn. At least 1.</param>
public sealed record SampledPair(int A, int B, double Closeness, bool IsTogether, int Stratum, long StratumPairs, double Weight);
