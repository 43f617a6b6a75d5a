namespace Similarity;

/// <summary>Where an article of a stream was put.</summary>
/// <param name="Story">
/// Name of its story, alone in it or not; <see langword="null"/> of an article without a word. A story is called after its first article, as
/// <see cref="Similarity.Story.Id"/> is.
/// </param>
/// <param name="IsNew">Whether it began the story.</param>
/// <param name="Nearest">Identifier of the article of the story that it is closest to; <see langword="null"/> where it is alone, or a copy.</param>
/// <param name="Closeness">How close the two are (<see cref="StoryEvidence.Closeness"/>); 0 where there is none.</param>
/// <param name="MeanCloseness">Mean closeness to the other texts of the story; 0 where there is none.</param>
public sealed record StoryPlacement(string? Story, bool IsNew, string? Nearest, double Closeness, double MeanCloseness);
