using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>Floats, row by row, in memory that may be a mapped file.</summary>
/// <remarks>In a file the floats stand where the words before them end, at an address that need not be a multiple of four.</remarks>
internal sealed unsafe class DenseMatrix : RowMatrix
{
    private readonly byte* _start;

    /// <summary>A matrix that stands at <paramref name="offset"/> of <paramref name="memory"/>.</summary>
    public DenseMatrix(ModelMemory memory, long offset, int rows, int columns)
        : base(memory, rows, columns)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Models are read where they stand, and are little-endian.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, (memory.Length - offset) / sizeof(float) / columns);
        _start = memory.Start + offset;
    }

    /// <summary>A matrix of zeros, to be written to.</summary>
    public DenseMatrix(int rows, int columns)
        : this(ModelMemory.Allocate((long)rows * columns * sizeof(float)), 0, rows, columns)
    {
    }

    /// <summary>A row.</summary>
    public ReadOnlySpan<float> this[int row] => Row(row);

    /// <summary>A row, to be written to.</summary>
    public Span<float> Edit(int row) =>
        Memory.IsWritable ? Row(row) : throw new InvalidOperationException("A matrix that stands in a file is only read.");

    public override void AddTo(int row, Span<float> sum) => TensorPrimitives.Add(sum, Row(row), sum);

    public override float Dot(int row, ReadOnlySpan<float> vector) => TensorPrimitives.Dot(Row(row), vector);

    public override void Save(BinaryWriter writer)
    {
        writer.Write((long)Rows);
        writer.Write((long)Columns);
        for (var row = 0; row < Rows; row++) writer.Write(MemoryMarshal.AsBytes(Row(row)));
    }

    private Span<float> Row(int row)
    {
        Check(row);
        return new Span<float>(_start + ((long)row * Columns * sizeof(float)), Columns);
    }
}
