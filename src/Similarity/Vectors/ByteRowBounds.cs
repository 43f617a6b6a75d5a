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
            var target = bounds.Slice(done, count);
            var (unit, error) = (_scale, _error + Slack);
            for (var i = 0; i < target.Length; i++)
            {
                var rest = errors[row + i];
                target[i] = (unit * scales[row + i] * (_dots[i] - _offset)) + (rest + error + (rest * error));
            }
            done += count;
        }
    }
}
