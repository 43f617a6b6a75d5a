namespace Similarity.FastText;

/// <summary>
/// Reads the matrices of a model, which stay where they stand:
/// <code>
/// dense:     int64 rows, columns; rows x columns float32
/// quantised: uint8 whether lengths are apart; int64 rows, columns; int32 bytes of codes; codes; quantiser;
///            where lengths are apart: rows bytes; quantiser of one dimension
/// quantiser: int32 dimension, parts, dimension of a part, of the last part; 256 x dimension float32
/// </code>
/// </summary>
internal static class MatrixReader
{
    /// <summary>A dense matrix, which must have so many rows and columns.</summary>
    public static DenseMatrix ReadDense(ModelCursor cursor, string name, int rows, int columns)
    {
        ReadSize(cursor, name, rows, columns);
        cursor.Require(rows, (long)columns * sizeof(float), $"rows of the {name} matrix");
        return new DenseMatrix(cursor.Memory, cursor.Pass((long)rows * columns * sizeof(float), name), rows, columns);
    }

    /// <summary>A quantised matrix, which must have so many rows and columns.</summary>
    public static QuantizedMatrix ReadQuantized(ModelCursor cursor, string name, int rows, int columns)
    {
        var hasLengths = cursor.Flag($"whether lengths of the {name} matrix are apart");
        ReadSize(cursor, name, rows, columns);
        var size = cursor.Int32($"the bytes of the {name} codes", 0, int.MaxValue);
        var codes = cursor.Pass(size, $"bytes of the {name} codes");
        var quantizer = ReadQuantizer(cursor, columns);
        if ((long)rows * quantizer.Parts != size) throw cursor.Wrong(0, $"the {name} codes are {size} bytes, not those of {rows} rows of {quantizer.Parts}");
        if (!hasLengths) return new QuantizedMatrix(cursor.Memory, rows, codes, quantizer, 0, lengths: null);
        var lengthCodes = cursor.Pass(rows, $"lengths of the {name} matrix");
        return new QuantizedMatrix(cursor.Memory, rows, codes, quantizer, lengthCodes, ReadQuantizer(cursor, 1));
    }

    private static void ReadSize(ModelCursor cursor, string name, int rows, int columns)
    {
        _ = cursor.Int64($"the number of {name} rows", rows, rows);
        _ = cursor.Int64($"the number of {name} columns", columns, columns);
    }

    private static ProductQuantizer ReadQuantizer(ModelCursor cursor, int dimension)
    {
        _ = cursor.Int32("the dimension of a quantiser", dimension, dimension);
        var parts = cursor.Int32("the number of parts of a quantiser", 1, dimension);
        var partDimension = cursor.Int32("the dimension of a part", 1, dimension);
        var last = cursor.Int32("the dimension of the last part", 1, partDimension);
        if (((parts - 1L) * partDimension) + last != dimension) throw cursor.Wrong(0, $"{parts} parts of {partDimension} and last {last} are not {dimension} dimensions");
        return new ProductQuantizer(dimension, partDimension, cursor.Floats(dimension * ProductQuantizer.Centroids, "centroids"));
    }
}
