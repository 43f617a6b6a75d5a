namespace Similarity.Formats;

/// <summary>What came of drawing pairs to label.</summary>
/// <param name="Articles">Articles that were read.</param>
/// <param name="Pairs">The pairs.</param>
/// <param name="Population">How many pairs they were drawn from.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record SampleOutcome(int Articles, IReadOnlyList<SampledPair> Pairs, long Population, IReadOnlyList<string> Notices, IReadOnlyList<Reject> FirstRejects);
