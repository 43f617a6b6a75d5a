namespace Similarity;

/// <summary>Consecutive words of a text that count as furniture.</summary>
/// <param name="First">Number of the first word.</param>
/// <param name="End">Number of the word behind the last.</param>
/// <param name="Reason">Why they do.</param>
internal readonly record struct WordSpan(int First, int End, FurnitureReason Reason);
