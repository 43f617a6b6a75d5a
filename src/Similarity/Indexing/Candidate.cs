namespace Similarity;

/// <summary>
/// A pair of texts worth verifying, by their ranks, packed so that sorting the values sorts by the larger rank and then
/// the smaller: all pairs of a text with those preferred to it follow each other.
/// </summary>
internal readonly record struct Candidate(ulong Packed)
{
    public Candidate(int rank, int other)
        : this(((ulong)(uint)Math.Max(rank, other) << 32) | (uint)Math.Min(rank, other))
    {
    }

    /// <summary>The more preferred of the two.</summary>
    public int Smaller => (int)Packed;

    public int Larger => (int)(Packed >> 32);
}
