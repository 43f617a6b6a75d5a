namespace Similarity;

/// <summary>
/// The rows of a <see cref="VectorTable"/> at a byte a dimension, to be scanned in a quarter of the memory traffic. What a
/// scan returns is exact all the same: each row has a proven bound of its error, and rows that it leaves in question are
/// decided on the floats.
/// </summary>
/// <remarks>
/// <para>
/// A row <c>x</c> becomes <c>s·q</c> with whole <c>q</c> from −127 to 127 and <c>s</c> its largest absolute value ÷ 127; a
/// query <c>y</c> likewise. With <c>e</c> the length of <c>x − s·q</c>, kept a row, and <c>f</c> that of the query's, the
/// cosine of unit vectors is off by at most <c>e·|y| + |s·q|·f ≤ e + (1 + e)·f</c> (Cauchy and Schwarz).
/// </para>
/// <para>A snapshot: rows added to the table later are not in it. Reading is thread-safe.</para>
/// </remarks>
public sealed class QuantizedTable
{
    /// <summary>Rows a chunk, so that no array grows beyond what arrays can hold.</summary>
    internal const int ChunkRows = 1 << 12;

    /// <summary>Half of the range of a byte: what is stored for 0.</summary>
    internal const int Zero = 128;

    private const int Largest = 127;

    private readonly List<(byte[] Codes, float[] Scales, float[] Errors)> _chunks = [];

    /// <summary>Quantises every row of <paramref name="table"/>.</summary>
    public QuantizedTable(VectorTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        (Table, Count) = (table, table.Count);
        var codes = new sbyte[table.Dimension];
        for (var first = 0; first < Count; first += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, Count - first);
            var chunk = (Codes: new byte[rows * table.Dimension], Scales: new float[rows], Errors: new float[rows]);
            for (var row = 0; row < rows; row++)
            {
                (chunk.Scales[row], chunk.Errors[row]) = Quantize(table[first + row], codes);
                var target = chunk.Codes.AsSpan(row * table.Dimension, table.Dimension);
                for (var i = 0; i < codes.Length; i++) target[i] = (byte)(codes[i] + Zero);
            }
            _chunks.Add(chunk);
        }
    }

    /// <summary>The rows that it stands for.</summary>
    public VectorTable Table { get; }

    /// <summary>How many rows it has.</summary>
    public int Count { get; }

    /// <summary>A row as it is stored: its codes, what they are multiples of, and how far they are from it at most.</summary>
    internal (byte[] Codes, float[] Scales, float[] Errors) Chunk(int first) => _chunks[first / ChunkRows];

    /// <summary>Writes the codes of a vector and returns their unit and the length of what they leave out, rounded up.</summary>
    internal static (float Scale, float Error) Quantize(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        var largest = 0f;
        foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
        var scale = largest / Largest;
        var squares = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            codes[i] = scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(Math.Round((double)vector[i] / scale), -Largest, Largest);
            var rest = vector[i] - ((double)scale * codes[i]);
            squares += rest * rest;
        }
        return (scale, Rounding.Up(Math.Sqrt(squares) * (1 + 1e-9)));
    }
}
