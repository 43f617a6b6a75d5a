namespace Similarity.FastText;

/// <summary>A matrix of a model, whose rows are added to a vector or multiplied with it.</summary>
/// <remarks>Thread-safe for reading, under a <see cref="ModelHold"/>.</remarks>
internal abstract class RowMatrix(ModelMemory memory, int rows, int columns)
{
    public int Rows { get; } = rows;

    /// <summary>Floats a row.</summary>
    public int Columns { get; } = columns;

    /// <summary>What the rows stand in.</summary>
    public ModelMemory Memory { get; } = memory;

    /// <summary>Adds a row to <paramref name="sum"/>.</summary>
    public abstract void AddTo(int row, Span<float> sum);

    /// <summary>The dot product of a row and <paramref name="vector"/>.</summary>
    public abstract float Dot(int row, ReadOnlySpan<float> vector);

    /// <summary>Writes the matrix as the file format has it.</summary>
    public abstract void Save(BinaryWriter writer);

    protected void Check(int row) => ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
}
