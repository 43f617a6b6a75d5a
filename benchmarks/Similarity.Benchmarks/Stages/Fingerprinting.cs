using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>Shingles to passage fingerprints, as chosen and as kept.</summary>
public class Fingerprinting : IStageWork
{
    private const int Window = 16;
    private ulong[][] _texts = [];
    private ulong[] _smallest = [];
    private uint[] _fingerprints = [];

    /// <summary>Shingles a text.</summary>
    [Params(200, 2000)]
    public int Shingles { get; set; }

    public long Bytes => 0;

    public long Items => ShingledTexts.Total;

    [GlobalSetup]
    public void SetUp()
    {
        _texts = ShingledTexts.Shingles(Shingles);
        (_smallest, _fingerprints) = (new ulong[Shingles], new uint[Shingles]);
    }

    [Benchmark(Baseline = true)]
    public int Winnow()
    {
        var count = 0;
        foreach (var shingles in _texts) count += Winnowing.Select(shingles, Window, _smallest, _fingerprints);
        return count;
    }

    [Benchmark]
    public int WinnowAndSort()
    {
        var count = 0;
        foreach (var shingles in _texts)
        {
            var chosen = _fingerprints.AsSpan(0, Winnowing.Select(shingles, Window, _smallest, _fingerprints));
            chosen.Sort();
            count += SortedSets.Distinct(chosen);
        }
        return count;
    }
}
