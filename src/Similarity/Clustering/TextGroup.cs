namespace Similarity;

/// <summary>
/// Articles that carry the same text: identical, nearly identical, or contained in one another.
/// </summary>
/// <param name="Id">
/// Stable name: made of the canonical's identifier and text, so that the same input gives the same name and other
/// articles beside it do not change it.
/// </param>
/// <param name="Canonical">Index of the article that stands for the group.</param>
/// <param name="Members">
/// The other articles, in input order; each match is verified against the canonical and gives its evidence.
/// </param>
/// <param name="DerivedFrom">
/// A match, looser than what joins, of the canonical with an article of another group that is preferred to it;
/// <see langword="null"/> where there is none.
/// </param>
public sealed record TextGroup(string Id, int Canonical, IReadOnlyList<Match> Members, Match? DerivedFrom);
