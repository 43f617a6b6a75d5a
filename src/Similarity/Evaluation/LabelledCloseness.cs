namespace Similarity;

/// <summary>How close two texts are, and whether people say that they tell one story.</summary>
/// <param name="Closeness">As <see cref="StoryEvidence.Closeness"/>.</param>
/// <param name="IsSame">Whether they tell one story.</param>
/// <param name="Weight">How much the pair counts, above 0.</param>
public readonly record struct LabelledCloseness(double Closeness, bool IsSame, double Weight = 1);
