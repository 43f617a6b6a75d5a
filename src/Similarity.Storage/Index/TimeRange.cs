namespace Similarity.Storage;

/// <summary>From the first of some times to the last.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last; the same where there is one.</param>
public readonly record struct TimeRange(DateTimeOffset First, DateTimeOffset Last);
