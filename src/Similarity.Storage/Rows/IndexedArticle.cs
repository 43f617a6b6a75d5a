namespace Similarity.Storage;

/// <summary>An article as it was given to an index.</summary>
/// <param name="Number">Its number in the index: articles are numbered as they arrive, and no number comes twice.</param>
/// <param name="Added">When it was added, by the clock of whoever added it.</param>
/// <param name="Article">The article; its identifier is derived from its content where it had none. Times are in UTC.</param>
public sealed record IndexedArticle(int Number, DateTimeOffset Added, Article Article);
