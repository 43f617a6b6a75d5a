namespace Similarity;

/// <summary>The exact overlap of the shingle sets of two texts, A and B, and the measures that follow from it.</summary>
/// <param name="Shared">Shingles that both have.</param>
/// <param name="CountA">Distinct shingles of A, at least 1.</param>
/// <param name="CountB">Distinct shingles of B, at least 1.</param>
public readonly record struct Overlap(int Shared, int CountA, int CountB)
{
    /// <summary>Jaccard similarity of the sets, 0 to 1.</summary>
    public double Resemblance => (double)Shared / (CountA + CountB - Shared);

    /// <summary>Share of A's shingles that B has, 0 to 1.</summary>
    public double ContainmentOfA => (double)Shared / CountA;

    /// <summary>Share of B's shingles that A has, 0 to 1.</summary>
    public double ContainmentOfB => (double)Shared / CountB;

    /// <summary>Share of the shorter text's shingles that the other has, 0 to 1.</summary>
    public double Containment => (double)Shared / Math.Min(CountA, CountB);

    /// <summary>The same overlap seen from B.</summary>
    public Overlap Reversed() => new(Shared, CountB, CountA);
}
