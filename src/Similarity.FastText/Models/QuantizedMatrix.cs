namespace Similarity.FastText;

/// <summary>
/// Rows as codes of a <see cref="ProductQuantizer"/>; where directions and lengths were quantised apart (<c>-qnorm</c>), a
/// byte more for the length.
/// </summary>
internal sealed unsafe class QuantizedMatrix(
    ModelMemory memory, int rows, long codes, ProductQuantizer quantizer, long lengthCodes, ProductQuantizer? lengths)
    : RowMatrix(memory, rows, quantizer.Dimension)
{
    public override void AddTo(int row, Span<float> sum) => quantizer.AddTo(Code(row), LengthOf(row), sum);

    public override float Dot(int row, ReadOnlySpan<float> vector) => LengthOf(row) * quantizer.Dot(Code(row), vector);

    public override void Save(BinaryWriter writer)
    {
        writer.Write(lengths is not null);
        writer.Write((long)Rows);
        writer.Write((long)Columns);
        writer.Write(checked(Rows * quantizer.Parts));
        for (var row = 0; row < Rows; row++) writer.Write(Code(row));
        quantizer.Save(writer);
        if (lengths is null) return;
        writer.Write(new ReadOnlySpan<byte>(Memory.Start + lengthCodes, Rows));
        lengths.Save(writer);
    }

    private ReadOnlySpan<byte> Code(int row)
    {
        Check(row);
        return new(Memory.Start + codes + ((long)row * quantizer.Parts), quantizer.Parts);
    }

    private float LengthOf(int row) => lengths is null ? 1 : lengths.Centroid(0, Memory.Start[lengthCodes + row])[0];
}
