using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>The cosine of one pair after the other, from a thousand rows that stay in the cache.</summary>
public class CosineOfPair : IStageWork
{
    private const int Rows = 1000;
    private float[][] _rows = [];
    private MathNet.Numerics.LinearAlgebra.Vector<float>[] _vectors = [];

    [Params(100, 300)]
    public int Dimension { get; set; }

    public long Bytes => 0;

    public long Items => Rows - 1;

    [GlobalSetup]
    public void SetUp()
    {
        var table = BenchmarkVectors.Table(Rows, Dimension);
        _rows = [.. Enumerable.Range(0, Rows).Select(row => table[row].ToArray())];
        _vectors = [.. _rows.Select(MathNet.Numerics.LinearAlgebra.Vector<float>.Build.Dense)];
        foreach (var sum in new[] { Own(), Scalar(), Tensors(), MathNetNumerics() }) Expected.Near(Scalar(), sum, 1e-3);
    }

    [Benchmark]
    public double Own()
    {
        var sum = 0.0;
        for (var i = 1; i < Rows; i++) sum += Cosine.Similarity(_rows[i - 1], _rows[i]);
        return sum;
    }

    [Benchmark(Baseline = true)]
    public double Scalar()
    {
        var sum = 0.0;
        for (var i = 1; i < Rows; i++)
        {
            var (a, b) = (_rows[i - 1], _rows[i]);
            float products = 0, squaresOfA = 0, squaresOfB = 0;
            for (var k = 0; k < a.Length; k++)
            {
                products += a[k] * b[k];
                squaresOfA += a[k] * a[k];
                squaresOfB += b[k] * b[k];
            }
            sum += products / (MathF.Sqrt(squaresOfA) * MathF.Sqrt(squaresOfB));
        }
        return sum;
    }

    [Benchmark]
    public double Tensors()
    {
        var sum = 0.0;
        for (var i = 1; i < Rows; i++) sum += TensorPrimitives.CosineSimilarity<float>(_rows[i - 1], _rows[i]);
        return sum;
    }

    [Benchmark]
    public double MathNetNumerics()
    {
        var sum = 0.0;
        for (var i = 1; i < Rows; i++) sum += _vectors[i - 1].DotProduct(_vectors[i]) / (_vectors[i - 1].L2Norm() * _vectors[i].L2Norm());
        return sum;
    }
}
