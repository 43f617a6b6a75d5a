namespace Similarity.Formats;

/// <summary>What the arguments of a run stand for: each input once, in reading order, and what was left out and why.</summary>
internal sealed record DiscoveredInputs(IReadOnlyList<InputFile> Files, IReadOnlyList<string> Notices);
