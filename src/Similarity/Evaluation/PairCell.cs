namespace Similarity;

/// <summary>The pairs of one stratum between two stories, or within one: those that were kept, or those of a story that were not.</summary>
/// <param name="Kept">Indices of kept pairs; <see langword="null"/> of the others.</param>
/// <param name="Texts">Texts of the story whose other pairs these are; <see langword="null"/> of kept ones.</param>
/// <param name="Count">How many pairs.</param>
internal sealed record PairCell(List<int>? Kept, List<int>? Texts, long Count);
