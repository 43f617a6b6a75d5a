namespace Similarity;

/// <summary>A share that was estimated from a sample.</summary>
/// <param name="Value">The estimate, 0 to 1; <see cref="double.NaN"/> where nothing tells of it.</param>
/// <param name="Low">The true share is below with a probability of 2.5 %.</param>
/// <param name="High">It is above with a probability of 2.5 %.</param>
public readonly record struct EstimatedShare(double Value, double Low, double High);
