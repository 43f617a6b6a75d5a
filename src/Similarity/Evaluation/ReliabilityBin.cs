namespace Similarity;

/// <summary>Pairs of about the same predicted probability.</summary>
/// <param name="Least">The least probability of the bin, 0 to 1; the next bin's is 0.1 more.</param>
/// <param name="Pairs">How many pairs it has.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Predicted">Their mean predicted probability.</param>
/// <param name="Observed">The share of them that tells one story.</param>
public sealed record ReliabilityBin(double Least, int Pairs, double Weight, double Predicted, double Observed);
