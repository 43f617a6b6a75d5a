using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>
/// Shingles to a signature of 128 lanes, against plain MinHash: an affine 32-bit permutation a lane, as datasketch and its
/// ports have it, in a scalar loop.
/// </summary>
public class Signing : IStageWork
{
    private const int Lanes = 128;
    private readonly MinHasher _minHasher = new(Lanes);
    private readonly uint[] _signature = new uint[Lanes];
    private readonly uint[] _factors = new uint[Lanes];
    private readonly uint[] _offsets = new uint[Lanes];
    private ulong[][] _words = [];
    private ulong[][] _texts = [];
    private ulong[] _rolled = [];

    /// <summary>Shingles a text.</summary>
    [Params(20, 200, 2000)]
    public int Shingles { get; set; }

    public long Bytes => 0;

    public long Items => ShingledTexts.Total;

    [GlobalSetup]
    public void SetUp()
    {
        _words = ShingledTexts.Words(Shingles);
        _texts = ShingledTexts.Shingles(Shingles);
        _rolled = new ulong[Shingles];
        for (var lane = 0; lane < Lanes; lane++)
        {
            _factors[lane] = (uint)Mixing.Avalanche((ulong)lane) | 1;
            _offsets[lane] = (uint)Mixing.Avalanche((ulong)lane + 1000);
        }
    }

    [Benchmark]
    public uint Sign()
    {
        var all = 0u;
        foreach (var shingles in _texts)
        {
            _minHasher.Sign(shingles, _signature);
            all ^= _signature[0];
        }
        return all;
    }

    [Benchmark(Baseline = true)]
    public uint Affine()
    {
        var all = 0u;
        foreach (var shingles in _texts)
        {
            _signature.AsSpan().Fill(uint.MaxValue);
            foreach (var shingle in shingles)
            {
                for (var lane = 0; lane < _signature.Length; lane++)
                {
                    _signature[lane] = Math.Min(_signature[lane], (_factors[lane] * (uint)shingle) + _offsets[lane]);
                }
            }
            all ^= _signature[0];
        }
        return all;
    }

    /// <summary>Words to shingles, which comes before either.</summary>
    [Benchmark]
    public ulong Roll()
    {
        var all = 0UL;
        foreach (var words in _words)
        {
            _ = Similarity.Shingles.Roll(words, ShingledTexts.Width, _rolled);
            all ^= _rolled[0];
        }
        return all;
    }
}
