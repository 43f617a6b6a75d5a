namespace Similarity.Formats;

/// <summary>Two articles that are in one story and should not be, or the other way round, with what they have in common.</summary>
/// <param name="IsFalseJoin">Whether they are together and should not be.</param>
/// <param name="Pairs">How many pairs of articles are wrong in the same way.</param>
/// <param name="Label">What the first is labelled with.</param>
/// <param name="Article">The first.</param>
/// <param name="OtherLabel">What the other is labelled with.</param>
/// <param name="Other">The other.</param>
/// <param name="Evidence">What the two have in common; <see langword="null"/> where they are one text.</param>
public sealed record StoryError(bool IsFalseJoin, long Pairs, string Label, ShownArticle Article, string OtherLabel, ShownArticle Other, StoryEvidence? Evidence);
