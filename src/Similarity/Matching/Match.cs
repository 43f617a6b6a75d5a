namespace Similarity;

/// <summary>A verified pair of articles with its kind and its evidence.</summary>
/// <param name="Article">Index of the article in input order.</param>
/// <param name="Other">Index of the article it matches.</param>
/// <param name="Kind">What they are to each other.</param>
/// <param name="Overlap">Exact overlap of their texts; A is <paramref name="Article"/>, B is <paramref name="Other"/>.</param>
/// <param name="IsRemoval">Whether the article is removed in favour of the other.</param>
public sealed record Match(int Article, int Other, MatchKind Kind, Overlap Overlap, bool IsRemoval);
