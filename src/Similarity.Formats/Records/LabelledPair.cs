namespace Similarity.Formats;

/// <summary>A pair of articles of a file of pairs.</summary>
/// <param name="A">Identifier of the first article.</param>
/// <param name="B">Identifier of the second article.</param>
/// <param name="Label">What a person says of them.</param>
/// <param name="Stratum">Number of the stratum that it was drawn from.</param>
/// <param name="StratumPairs">How many pairs this has.</param>
/// <param name="Weight">For how many of them it stands.</param>
public sealed record LabelledPair(string A, string B, PairLabel Label, int Stratum, long StratumPairs, double Weight);
