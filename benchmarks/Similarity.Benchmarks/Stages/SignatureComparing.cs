using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>One signature of 128 lanes against 100,000.</summary>
public class SignatureComparing : IStageWork
{
    private const int Rows = 100_000;
    private readonly int[] _equal = new int[Rows];
    private SignatureTable _table = new(new SignatureSettings());
    private Signature[] _signatures = [];

    [Params(32, 16, 8)]
    public int BitsPerLane { get; set; }

    public long Bytes => (long)Rows * 128 * BitsPerLane / 8;

    public long Items => Rows;

    [GlobalSetup]
    public void SetUp()
    {
        var settings = new SignatureSettings { BitsPerLane = BitsPerLane };
        _table = new SignatureTable(settings);
        _signatures = new Signature[Rows];
        var shingles = new ulong[60];
        var lanes = new uint[settings.Lanes];
        var minHasher = new MinHasher(settings.Lanes);
        for (var row = 0; row < Rows; row++)
        {
            var (story, own) = (new CorpusRandom(1, row / 8, purpose: 31), new CorpusRandom(1, row, purpose: 32));
            for (var i = 0; i < shingles.Length; i++) shingles[i] = own.Below(3) == 0 ? own.Next() : story.Next();
            minHasher.Sign(shingles, lanes);
            _ = _table.Add(_signatures[row] = Signature.Of(settings, lanes));
        }
        Expected.Same([Scalar()], [OneAgainstMany()], nameof(OneAgainstMany));
        Expected.Same([Scalar()], [HammingDistance()], nameof(HammingDistance));
    }

    [Benchmark]
    public long OneAgainstMany()
    {
        _table.CountEqualLanes(_signatures[Rows / 2], _equal);
        return TensorPrimitives.Sum<int>(_equal);
    }

    [Benchmark(Baseline = true)]
    public long Scalar() => Sum(BitsPerLane switch
    {
        8 => LaneEquality.CountScalar<byte>,
        16 => LaneEquality.CountScalar<ushort>,
        _ => LaneEquality.CountScalar<uint>,
    });

    [Benchmark]
    public long HammingDistance() => Sum(BitsPerLane switch
    {
        8 => (a, b) => 128 - TensorPrimitives.HammingDistance(a, b),
        16 => (a, b) => 128 - TensorPrimitives.HammingDistance(MemoryMarshal.Cast<byte, ushort>(a), MemoryMarshal.Cast<byte, ushort>(b)),
        _ => (a, b) => 128 - TensorPrimitives.HammingDistance(MemoryMarshal.Cast<byte, uint>(a), MemoryMarshal.Cast<byte, uint>(b)),
    });

    private delegate int Counter(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b);

    private long Sum(Counter count)
    {
        var sum = 0L;
        foreach (var signature in _signatures) sum += count(signature.Lanes, _signatures[Rows / 2].Lanes);
        return sum;
    }
}
