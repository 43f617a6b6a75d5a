namespace Similarity;

/// <summary>A pair that a person has labelled, and what a run makes of it.</summary>
/// <param name="Stratum">Number of the stratum that it was drawn from.</param>
/// <param name="StratumPairs">How many pairs this has; 0 where that is unknown, and only the weights count.</param>
/// <param name="Weight">For how many of them it stands, above 0.</param>
/// <param name="IsSame">Whether they tell one story, by the label.</param>
/// <param name="IsTogether">Whether they are in one story of the run.</param>
public readonly record struct JudgedPair(int Stratum, long StratumPairs, double Weight, bool IsSame, bool IsTogether);
