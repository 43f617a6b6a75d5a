namespace Similarity.Formats;

/// <summary>What was learnt from files.</summary>
/// <param name="Learnt">What outlets repeat, with what was known before.</param>
/// <param name="Articles">Articles that were read.</param>
/// <param name="Rejected">Records that could not be.</param>
/// <param name="Abandoned">Inputs that could not be read to their end.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record FurnitureOutcome(
    LearntFurniture Learnt, int Articles, int Rejected, int Abandoned, IReadOnlyList<string> Notices, IReadOnlyList<Reject> FirstRejects);
