using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>Four streams of each chunk: more than one, because one alone does not keep the memory busy.</summary>
    [Benchmark(Baseline = true)]
    public float PureRead()
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        for (int first = 0, end; first < Rows; first = end)
        {
            var rows = _table.Run(first, out end);
            ref var start = ref MemoryMarshal.GetReference(rows);
            var quarter = (nuint)rows.Length / 4;
            for (nuint i = 0; i + (nuint)Vector512<float>.Count <= quarter; i += (nuint)Vector512<float>.Count)
            {
                a += Vector512.LoadUnsafe(ref start, i);
                b += Vector512.LoadUnsafe(ref start, i + quarter);
                c += Vector512.LoadUnsafe(ref start, i + (2 * quarter));
                d += Vector512.LoadUnsafe(ref start, i + (3 * quarter));
            }
        }
        return Vector512.Sum(a + b + (c + d));
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
