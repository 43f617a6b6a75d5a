using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// The dot products of a query with rows in single precision, plus the most that they can be wrong by. Four rows at a time,
/// from four places, so that four sums and four streams of memory are under way at once; a row's last vector overlaps the one before it, where the query has zeros.
/// </summary>
internal sealed class FloatRowBounds : IRowBounds
{
    private const int RowsAtATime = 4;
    private const int Widest = 16;

    private readonly VectorTable _table;
    private readonly float[] _query;
    private readonly float _error;

    /// <param name="table">The rows.</param>
    /// <param name="query">Of unit length.</param>
    public FloatRowBounds(VectorTable table, ReadOnlySpan<float> query)
    {
        _table = table;
        _query = query.ToArray();
        _error = Cosine.SinglePrecisionError(table.Dimension);
    }

    /// <inheritdoc/>
    public void Compute(int first, Span<float> bounds)
    {
        if (Vector512.IsHardwareAccelerated) Compute<FloatLanes512, Vector512<float>>(first, bounds);
        else if (Vector256.IsHardwareAccelerated) Compute<FloatLanes256, Vector256<float>>(first, bounds);
        else Compute<FloatLanes128, Vector128<float>>(first, bounds);
    }

    internal void Compute<TLanes, TVector>(int first, Span<float> bounds)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        for (var done = 0; done < bounds.Length;)
        {
            var rows = _table.Run(first + done, out var end);
            var count = Math.Min(end - first - done, bounds.Length - done);
            if (_table.Dimension < TLanes.Count) ComputeShort(rows, bounds.Slice(done, count));
            else ComputeRun<TLanes, TVector>(rows, bounds.Slice(done, count));
            done += count;
        }
    }

    private void ComputeRun<TLanes, TVector>(ReadOnlySpan<float> rows, Span<float> bounds)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        var dimension = _query.Length;
        ref var source = ref MemoryMarshal.GetReference(rows[..(bounds.Length * dimension)]);
        ref var query = ref MemoryMarshal.GetArrayDataReference(_query);
        var whole = dimension - (dimension % TLanes.Count);
        var last = LastOfQuery<TLanes, TVector>(dimension - whole);
        var quarter = bounds.Length / RowsAtATime;
        for (var row = 0; row < quarter; row++)
        {
            ref var a = ref Unsafe.Add(ref source, (nint)row * dimension);
            ref var b = ref Unsafe.Add(ref a, (nint)quarter * dimension);
            ref var c = ref Unsafe.Add(ref b, (nint)quarter * dimension);
            ref var d = ref Unsafe.Add(ref c, (nint)quarter * dimension);
            TVector sumA = default, sumB = default, sumC = default, sumD = default;
            for (var k = 0; k < whole; k += TLanes.Count)
            {
                var values = TLanes.Load(ref Unsafe.Add(ref query, k));
                sumA = TLanes.MultiplyAdd(values, TLanes.Load(ref Unsafe.Add(ref a, k)), sumA);
                sumB = TLanes.MultiplyAdd(values, TLanes.Load(ref Unsafe.Add(ref b, k)), sumB);
                sumC = TLanes.MultiplyAdd(values, TLanes.Load(ref Unsafe.Add(ref c, k)), sumC);
                sumD = TLanes.MultiplyAdd(values, TLanes.Load(ref Unsafe.Add(ref d, k)), sumD);
            }
            var rest = dimension - TLanes.Count;
            bounds[row] = TLanes.Sum(TLanes.MultiplyAdd(last, TLanes.Load(ref Unsafe.Add(ref a, rest)), sumA)) + _error;
            bounds[row + quarter] = TLanes.Sum(TLanes.MultiplyAdd(last, TLanes.Load(ref Unsafe.Add(ref b, rest)), sumB)) + _error;
            bounds[row + (2 * quarter)] = TLanes.Sum(TLanes.MultiplyAdd(last, TLanes.Load(ref Unsafe.Add(ref c, rest)), sumC)) + _error;
            bounds[row + (3 * quarter)] = TLanes.Sum(TLanes.MultiplyAdd(last, TLanes.Load(ref Unsafe.Add(ref d, rest)), sumD)) + _error;
        }
        ComputeShort(rows[(RowsAtATime * quarter * dimension)..], bounds[(RowsAtATime * quarter)..]);
    }

    /// <summary>The query's last elements, and zeros before them.</summary>
    private TVector LastOfQuery<TLanes, TVector>(int count)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        Span<float> last = stackalloc float[Widest];
        last.Clear();
        _query.AsSpan(_query.Length - count).CopyTo(last[(TLanes.Count - count)..]);
        return TLanes.Load(ref last[0]);
    }

    /// <summary>Rows that are shorter than a vector, or too few for four at a time.</summary>
    private void ComputeShort(ReadOnlySpan<float> rows, Span<float> bounds)
    {
        for (var row = 0; row < bounds.Length; row++)
        {
            bounds[row] = (float)Cosine.Dot(rows.Slice(row * _query.Length, _query.Length), _query) + _error;
        }
    }
}
