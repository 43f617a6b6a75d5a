namespace Similarity.Formats;

/// <summary>What came of a run over files.</summary>
/// <param name="Summary">What it found.</param>
/// <param name="Alarms">Why the guard refused to write the results; nothing where they were written.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input; all of them are in the rejects table.</param>
/// <param name="Examples">A few groups to show.</param>
/// <param name="Result">The groups and their evidence, by article.</param>
/// <param name="Stories">The stories and their evidence; <see langword="null"/> where none were asked for.</param>
/// <param name="StoryExamples">A few stories to show.</param>
public sealed record BatchOutcome(
    RunSummary Summary,
    IReadOnlyList<string> Alarms,
    IReadOnlyList<string> Notices,
    IReadOnlyList<Reject> FirstRejects,
    IReadOnlyList<GroupExample> Examples,
    DeduplicationResult Result,
    StoryResult? Stories,
    IReadOnlyList<StoryExample> StoryExamples);
