namespace Similarity;

/// <summary>How the texts hang together by pairs that are at least so close, whatever stories make of it.</summary>
/// <param name="Threshold">Least closeness of the pairs, −1 to 1.</param>
/// <param name="LargestShare">Share of the texts that are in the largest connected part, 0 to 1.</param>
/// <param name="Susceptibility">Mean size of the part that a text is in, where that is not the largest, over all texts: it peaks where parts are about to become one.</param>
public sealed record PercolationPoint(double Threshold, double LargestShare, double Susceptibility);
