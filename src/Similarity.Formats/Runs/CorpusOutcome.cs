namespace Similarity.Formats;

/// <summary>What came of reading a corpus.</summary>
/// <param name="Articles">Articles that could be read.</param>
/// <param name="Taken">How many of them were taken.</param>
/// <param name="Rejected">Records that could not be read.</param>
/// <param name="Abandoned">Inputs that could not be read to their end.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record CorpusOutcome(int Articles, int Taken, int Rejected, int Abandoned, IReadOnlyList<string> Notices, IReadOnlyList<Reject> FirstRejects);
