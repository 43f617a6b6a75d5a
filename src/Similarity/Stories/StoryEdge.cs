namespace Similarity;

/// <summary>Two texts that may tell one story, A before B.</summary>
/// <param name="A">Index of the first text.</param>
/// <param name="B">Index of the second text.</param>
/// <param name="Closeness">How close they are.</param>
internal readonly record struct StoryEdge(int A, int B, float Closeness);
