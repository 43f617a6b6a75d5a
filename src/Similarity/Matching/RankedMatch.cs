namespace Similarity;

/// <summary>A verified match between two ranks of an <see cref="ArticleRanking"/>; in the overlap, A is the smaller rank.</summary>
internal sealed record RankedMatch(int Smaller, int Larger, MatchKind Kind, Overlap Overlap);
