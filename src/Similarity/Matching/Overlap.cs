namespace Similarity;

/// <summary>
/// What two texts, A and B, have in common, measured exactly, and the measures that follow from it. Articles are counted
/// in words that stand in shared passages (<see cref="Passage"/>); brief texts, which have no passages, in shingles.
/// </summary>
/// <param name="Shared">Words or shingles that both have.</param>
/// <param name="CountA">Words or distinct shingles of A, at least 1.</param>
/// <param name="CountB">Words or distinct shingles of B, at least 1.</param>
public readonly record struct Overlap(int Shared, int CountA, int CountB)
{
    /// <summary>How many passages the two share; 0 of brief texts.</summary>
    public int Passages { get; init; }

    /// <summary>
    /// Shared words of articles that stand between quotation marks in either; a speech that both quote is no
    /// copy. Not counted, and 0, where the texts are half the same.
    /// </summary>
    public int Quoted { get; init; }

    /// <summary>Of the shared words of articles, those that one exchanged for unlike ones of the other: a figure, a name.</summary>
    public int Exchanged { get; init; }

    /// <summary>What both have, as a share of what either has (Jaccard), 0 to 1.</summary>
    public double Resemblance => (double)Shared / (CountA + CountB - Shared);

    /// <summary>Share of A that B has, 0 to 1.</summary>
    public double ContainmentOfA => (double)Shared / CountA;

    /// <summary>Share of B that A has, 0 to 1.</summary>
    public double ContainmentOfB => (double)Shared / CountB;

    /// <summary>Share of the shorter text that the other has, 0 to 1.</summary>
    public double Containment => (double)Shared / Math.Min(CountA, CountB);

    /// <summary>The same overlap seen from B.</summary>
    public Overlap Reversed() => this with { CountA = CountB, CountB = CountA };
}
