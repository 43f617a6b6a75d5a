using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Vectors of one dimension, scaled to unit length, in rows: what searches by cosine work on. A row of 100 dimensions
/// costs 400 bytes.
/// </summary>
/// <remarks>Filled by one thread; reading is thread-safe while nothing is added.</remarks>
public sealed class VectorTable
{
    /// <summary>The most dimensions that a row may have.</summary>
    public const int MaxDimension = 1 << 16;

    /// <summary>Floats a chunk of rows at least; chunks are never copied once they are full.</summary>
    private const int ChunkFloats = 1 << 22;

    private readonly List<float[]> _chunks = [];
    private readonly int _rowBits; // A chunk has a power of two of rows, so that a row is found without a division.

    /// <summary>An empty table.</summary>
    /// <param name="dimension">Floats a row, 1 to <see cref="MaxDimension"/>.</param>
    public VectorTable(int dimension)
    {
        if (dimension is < 1 or > MaxDimension)
        {
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, $"A vector has from 1 to {MaxDimension} dimensions.");
        }
        Dimension = dimension;
        _rowBits = BitOperations.Log2((uint)Math.Max(1, ChunkFloats / dimension));
    }

    /// <summary>Floats a row.</summary>
    public int Dimension { get; }

    private int RowMask => (1 << _rowBits) - 1;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>A row: of unit length, or all zeros.</summary>
    public ReadOnlySpan<float> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            return _chunks[row >> _rowBits].AsSpan((row & RowMask) * Dimension, Dimension);
        }
    }

    /// <summary>Appends a copy of <paramref name="vector"/> scaled to unit length; a vector of zeros stays one, and has a cosine of 0 with every other.</summary>
    /// <returns>Its row.</returns>
    /// <exception cref="ArgumentException">The vector has another dimension, or holds what is not a finite number.</exception>
    public int Add(ReadOnlySpan<float> vector)
    {
        if (vector.Length != Dimension)
        {
            throw new ArgumentException($"Row {Count}: expected {Dimension} dimensions, found {vector.Length}.", nameof(vector));
        }
        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i])) throw new ArgumentException($"Row {Count}: dimension {i} is {vector[i]}, not a finite number.", nameof(vector));
        }
        Normalize(vector, NewRow());
        return Count++;
    }

    /// <summary>Appends a copy of a row of another table, bit for bit: scaling it again could change it.</summary>
    internal void AddRow(ReadOnlySpan<float> row)
    {
        row.CopyTo(NewRow());
        Count++;
    }

    /// <summary>The rows from <paramref name="first"/> on that stand together, and where they end.</summary>
    internal ReadOnlySpan<float> Run(int first, out int end)
    {
        end = (int)Math.Min((long)(first | RowMask) + 1, Count);
        return _chunks[first >> _rowBits].AsSpan((first & RowMask) * Dimension, (end - first) * Dimension);
    }

    /// <summary>The first float of a row, for kernels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref float RowReference(int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks[row >> _rowBits]), (nint)(row & RowMask) * Dimension);

    /// <summary>Scales to unit length: by the largest value first, so that neither the smallest nor the largest floats are lost.</summary>
    internal static void Normalize(ReadOnlySpan<float> vector, Span<float> unit)
    {
        var largest = 0.0;
        foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0)
        {
            unit.Clear();
            return;
        }
        var squares = 0.0;
        foreach (var value in vector) squares += value / largest * (value / largest);
        var length = Math.Sqrt(squares);
        for (var i = 0; i < vector.Length; i++) unit[i] = (float)(vector[i] / largest / length);
    }

    private Span<float> NewRow()
    {
        var (chunk, row) = (Count >> _rowBits, Count & RowMask);
        if (row == 0) _chunks.Add(new float[Dimension * Math.Min(RowMask + 1, 16)]);
        var floats = _chunks[chunk];
        if (floats.Length < (row + 1) * Dimension)
        {
            Array.Resize(ref floats, Dimension * (int)Math.Min(RowMask + 1, (row + 1) * 2L));
            _chunks[chunk] = floats;
        }
        return floats.AsSpan(row * Dimension, Dimension);
    }
}
