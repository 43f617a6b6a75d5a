namespace Similarity.Storage;

/// <summary>A verified match with another article of an index.</summary>
/// <param name="Other">The other article's identifier.</param>
/// <param name="Kind">What the two are to each other.</param>
/// <param name="Overlap">Exact overlap of their texts; A is the article that was asked about.</param>
/// <param name="IsRemoval">Whether the article is a copy, to be removed in favour of the other; of the match with what it <see cref="Verdict.Supersedes"/>, whether that is.</param>
public sealed record ArticleMatch(string Other, MatchKind Kind, Overlap Overlap, bool IsRemoval);
