namespace Similarity.Formats;

/// <summary>A line of a picture of a sweep.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Colour">Its colour, as SVG writes it.</param>
/// <param name="Values">A value a threshold, drawn from 0 to 1; NaN is left out.</param>
public sealed record SweepLine(string Name, string Colour, IReadOnlyList<double> Values);
