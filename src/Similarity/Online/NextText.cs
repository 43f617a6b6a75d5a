namespace Similarity;

/// <summary>A text that comes to a stream.</summary>
/// <param name="Article">The article that brings it.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="GroupedWith">Identifiers of articles that it shares text with; it is put where the first is that takes part.</param>
internal readonly record struct NextText(OnlineArticle Article, TextTerms Terms, IReadOnlyList<string> GroupedWith);
