namespace Similarity.Formats;

/// <summary>The stories of an earlier run at another threshold.</summary>
/// <param name="Summary">What that run did, with the stories as they are now.</param>
/// <param name="Stories">The stories.</param>
public sealed record ThresholdOutcome(RunSummary Summary, StoryResult Stories);
