using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Upper bounds of the cosine of a query with the rows of a <see cref="QuantizedTable"/>.</summary>
/// <remarks>Not thread-safe: it has a buffer.</remarks>
internal sealed class ByteRowBounds : IRowBounds
{
    /// <summary>More than the roundings of a few single-precision steps near 1 come to.</summary>
    private const float Slack = 1e-6f;

    private readonly QuantizedTable _table;
    private readonly sbyte[] _query;
    private readonly float _scale;
    private readonly float _error;
    private readonly int _offset;
    private readonly int[] _dots = new int[QuantizedTable.ChunkRows];

    /// <param name="table">The rows.</param>
    /// <param name="query">Of unit length.</param>
    public ByteRowBounds(QuantizedTable table, ReadOnlySpan<float> query)
    {
        _table = table;
        _query = new sbyte[query.Length];
        (_scale, _error) = QuantizedTable.Quantize(query, _query);
        foreach (var value in _query) _offset += QuantizedTable.Zero * value;
    }

    /// <inheritdoc/>
    public void Compute(int first, Span<float> bounds)
    {
        for (var done = 0; done < bounds.Length;)
        {
            var (codes, scales, errors) = _table.Chunk(first + done);
            var row = (first + done) % QuantizedTable.ChunkRows;
            var count = Math.Min(scales.Length - row, bounds.Length - done);
            ByteDots.Compute(codes.AsSpan(row * _query.Length, count * _query.Length), _query, _dots.AsSpan(0, count));
            ToBounds(_dots.AsSpan(0, count), scales.AsSpan(row, count), errors.AsSpan(row, count), bounds.Slice(done, count));
            done += count;
        }
    }

    private void ToBounds(ReadOnlySpan<int> dots, ReadOnlySpan<float> scales, ReadOnlySpan<float> errors, Span<float> bounds)
    {
        var error = _error + Slack;
        var i = 0;
        for (; i <= bounds.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var products = Vector256.ConvertToSingle(Vector256.Create(dots[i..]) - Vector256.Create(_offset));
            var rest = Vector256.Create(errors[i..]);
            (((Vector256.Create(scales[i..]) * _scale) * products) + (rest + Vector256.Create(error) + (rest * error))).CopyTo(bounds[i..]);
        }
        for (; i < bounds.Length; i++) bounds[i] = (scales[i] * _scale * (dots[i] - _offset)) + (errors[i] + error + (errors[i] * error));
    }
}
