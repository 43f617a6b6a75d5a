namespace Similarity;

/// <summary>What became of each distinct text, by rank.</summary>
/// <param name="CanonicalOf">The most preferred text of its group; itself where it stands alone.</param>
/// <param name="Removals">For a copy its match with the text that is kept in its place; else <see langword="null"/>.</param>
/// <param name="Relations">
/// For a text that stays in a group, and is not the canonical, a match with another text of the group; else
/// <see langword="null"/>.
/// </param>
/// <param name="Verified">Pairs that were measured.</param>
internal sealed record GroupedTexts(int[] CanonicalOf, RankedMatch?[] Removals, RankedMatch?[] Relations, int Verified);
