using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>All pairs of 20,000 rows above a threshold, and the nearest ten of each, against what the processor can multiply and add.</summary>
public class CosineAllPairs : IStageWork
{
    private const int Rows = 20_000;
    private const double Threshold = 0.6;
    private VectorTable _table = new(1);

    [Params(100, 300)]
    public int Dimension { get; set; }

    public long Bytes => 0;

    public long Items => 0;

    /// <summary>Each pair once.</summary>
    public long MultiplyAdds => (long)Rows * (Rows - 1) / 2 * Dimension;

    [GlobalSetup]
    public void SetUp() => _table = BenchmarkVectors.Table(Rows, Dimension);

    [Benchmark(Baseline = true)]
    public float Peak() => MultiplyAddPeak.Run(MultiplyAdds / MultiplyAddPeak.FloatsAStep);

    [Benchmark]
    public int PairsAbove() => CosineJoin.PairsAbove(_table, Threshold).Length;

    [Benchmark]
    public int PairsAboveOnTwoCores() => CosineJoin.PairsAbove(_table, Threshold, new CosineJoinOptions { Threads = 2 }).Length;

    [Benchmark]
    public int NearestTen() => CosineJoin.Nearest(_table, 10).Length;
}
