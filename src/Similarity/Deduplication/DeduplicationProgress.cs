namespace Similarity;

/// <summary>How far a run is. <paramref name="Total"/> is 0 where it is not known.</summary>
public readonly record struct DeduplicationProgress(DeduplicationStage Stage, int Done, int Total);
