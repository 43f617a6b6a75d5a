namespace Similarity.Formats;

/// <summary>A labelled pair that a run judged otherwise.</summary>
/// <param name="IsFalseJoin">Whether it is in one story and labelled different, or apart and labelled same.</param>
/// <param name="Weight">For how many pairs it stands.</param>
/// <param name="Article">The first article.</param>
/// <param name="Other">The second article.</param>
/// <param name="Evidence">What their texts have in common; <see langword="null"/> where they are one text.</param>
public sealed record PairError(bool IsFalseJoin, double Weight, ShownArticle Article, ShownArticle Other, StoryEvidence? Evidence);
