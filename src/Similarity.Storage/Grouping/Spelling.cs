namespace Similarity.Storage;

/// <summary>What is remembered of texts as long as the same articles stand for them, because words that count as the same may be spelt differently.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Spelling
{
    /// <summary>Pairs of texts whose overlap is remembered, in each of two generations.</summary>
    private const int MostPairs = 100_000;

    /// <summary>Overlaps that were measured.</summary>
    public MeasuredPairs Measured { get; } = new(MostPairs);
}
