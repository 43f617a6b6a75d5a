namespace Similarity;

/// <summary>A part of a body that is left out of every comparison.</summary>
/// <param name="Start">Its first byte in the UTF-8 of the body as it was given.</param>
/// <param name="End">The byte behind it.</param>
/// <param name="Reason">Why it counts as furniture.</param>
public readonly record struct FurnitureSpan(int Start, int End, FurnitureReason Reason);
