namespace Similarity;

/// <summary>A verified match between two ranks of an <see cref="ArticleRanking"/>; in the overlap, A is the smaller rank.</summary>
internal readonly record struct RankedMatch(int Smaller, int Larger, MatchKind Kind, Overlap Overlap);
