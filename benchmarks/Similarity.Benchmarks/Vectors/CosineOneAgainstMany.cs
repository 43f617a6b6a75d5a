using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>One query against a million rows: the nearest ten, against reading the same memory and nothing else.</summary>
public class CosineOneAgainstMany : IStageWork
{
    private const int Rows = 1_000_000;
    private const int Nearest = 10;
    private VectorTable _table = new(1);
    private QuantizedTable? _bytes;
    private float[] _query = [];

    [Params(100, 300)]
    public int Dimension { get; set; }

    /// <summary>Of the floats, whichever form is scanned.</summary>
    public long Bytes => (long)Rows * Dimension * sizeof(float);

    public long Items => Rows;

    [GlobalSetup]
    public void SetUp()
    {
        _table = BenchmarkVectors.Table(Rows, Dimension);
        _bytes = new QuantizedTable(_table);
        _query = _table[Rows / 2].ToArray();
        var expected = Enumerable.Range(0, Rows).Select(row => (Row: row, Cosine: Cosine.Dot(_table[row], _query)))
            .OrderByDescending(row => row.Cosine).ThenBy(row => row.Row).Take(Nearest).Select(row => row.Row).ToArray();
        Expected.Same(expected, CosineScan.Nearest(_table, _query, Nearest).Select(found => found.Row), nameof(Floats));
        Expected.Same(expected, CosineScan.Nearest(_bytes, _query, Nearest).Select(found => found.Row), nameof(QuantizedBytes));
    }

    [Benchmark(Baseline = true)]
    public float PureRead()
    {
        var sum = 0f;
        for (int first = 0, end; first < Rows; first = end) sum += MemoryRead.Run(_table.Run(first, out end));
        return sum;
    }

    [Benchmark]
    public int Floats() => CosineScan.Nearest(_table, _query, Nearest).Length;

    [Benchmark]
    public int QuantizedBytes() => CosineScan.Nearest(_bytes!, _query, Nearest).Length;

    [Benchmark]
    public float TensorsRowByRow()
    {
        var largest = float.MinValue;
        for (var row = 0; row < Rows; row++) largest = Math.Max(largest, TensorPrimitives.Dot(_table[row], _query));
        return largest;
    }
}
