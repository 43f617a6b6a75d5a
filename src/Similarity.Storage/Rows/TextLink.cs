namespace Similarity.Storage;

/// <summary>A text that another is a candidate with.</summary>
/// <param name="Other">Its number.</param>
/// <param name="Tie">How much ties the two.</param>
/// <param name="IsSeries">Whether the two have turned out to be pages of a series, and are no candidates any more.</param>
internal readonly record struct TextLink(int Other, int Tie, bool IsSeries);
