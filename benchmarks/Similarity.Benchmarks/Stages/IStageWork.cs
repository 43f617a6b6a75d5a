namespace Similarity.Benchmarks;

/// <summary>How much one call of a benchmark works through, from which its throughput follows.</summary>
public interface IStageWork
{
    /// <summary>Bytes of text a call; 0 where bytes say nothing.</summary>
    long Bytes { get; }

    /// <summary>Shingles, rows or pairs a call; 0 where there are none.</summary>
    long Items { get; }

    /// <summary>Multiplications with an addition a call; 0 where they say nothing.</summary>
    long MultiplyAdds => 0;
}
