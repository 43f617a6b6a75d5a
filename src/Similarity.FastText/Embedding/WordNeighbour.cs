namespace Similarity.FastText;

/// <summary>A word near another one.</summary>
/// <param name="Entry">Its entry of the <see cref="Vocabulary"/>.</param>
/// <param name="Word">The word; bytes that are no UTF-8 became U+FFFD.</param>
/// <param name="Cosine">The cosine of the vectors, −1 to 1.</param>
public readonly record struct WordNeighbour(int Entry, string Word, float Cosine);
