namespace Similarity;

/// <summary>A passage that two articles share, small edits inside it aside, and where it stands.</summary>
/// <param name="InA">Its bytes in the UTF-8 of A's body as it was given, markup included.</param>
/// <param name="InB">Its bytes in the UTF-8 of B's body.</param>
/// <param name="Words">Words of it that the two share.</param>
public sealed record SharedPassage(Range InA, Range InB, int Words);
