namespace Similarity;

/// <summary>A row that a search found.</summary>
/// <param name="Row">The row.</param>
/// <param name="Cosine">Its cosine with the query (<see cref="Similarity.Cosine.Dot"/>), rounded to single precision.</param>
public readonly record struct CosineNeighbour(int Row, float Cosine);
