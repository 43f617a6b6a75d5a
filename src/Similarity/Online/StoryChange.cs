namespace Similarity;

/// <summary>
/// A change of the stories of a stream. Whoever applies all changes in order knows at any moment which article is in which story.
/// </summary>
/// <param name="Sequence">Its number: 1 for the first of a stream, and one more for each.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Story">The story that it happened to.</param>
/// <param name="Other">The story that became part of this one, or that articles went to; <see langword="null"/> where none is concerned.</param>
/// <param name="Articles">Identifiers of the articles that began it, joined it, came with the other, went or left, in order of arrival.</param>
public sealed record StoryChange(long Sequence, StoryChangeKind Kind, string Story, string? Other, IReadOnlyList<string> Articles);
