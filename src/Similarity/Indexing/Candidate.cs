namespace Similarity;

/// <summary>
/// A pair of texts worth verifying, by their ranks, packed so that sorting the values sorts by the smaller rank and then
/// the larger.
/// </summary>
internal readonly record struct Candidate(ulong Packed)
{
    public Candidate(int rank, int other)
        : this(((ulong)(uint)Math.Min(rank, other) << 32) | (uint)Math.Max(rank, other))
    {
    }

    /// <summary>The more preferred of the two.</summary>
    public int Smaller => (int)(Packed >> 32);

    public int Larger => (int)Packed;
}
