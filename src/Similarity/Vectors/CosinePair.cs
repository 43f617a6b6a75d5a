namespace Similarity;

/// <summary>Two rows of a table and their cosine.</summary>
/// <param name="A">The smaller row.</param>
/// <param name="B">The larger row.</param>
/// <param name="Cosine">Their cosine (<see cref="Similarity.Cosine.Dot"/>), rounded to single precision.</param>
public readonly record struct CosinePair(int A, int B, float Cosine);
