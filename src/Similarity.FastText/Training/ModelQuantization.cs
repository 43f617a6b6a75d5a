namespace Similarity.FastText;

/// <summary>Makes models small: a byte for each few floats of a vector, as the original's <c>quantize</c>.</summary>
public static class ModelQuantization
{
    /// <summary>A quantised model of the same words, which can be saved as a <c>.ftz</c>.</summary>
    /// <param name="model">A model that is not quantised.</param>
    /// <param name="partDimension">Floats of a word's vector that a byte stands for, 1 to the dimension (<c>-dsub</c>).</param>
    /// <param name="outputPartDimension">The same for the outputs; 0 leaves them as they are. Vectors of words do not need the outputs.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">The model is quantised already.</exception>
    public static FastTextModel Quantize(this FastTextModel model, int partDimension = 2, int outputPartDimension = 0, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(partDimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partDimension, model.Dimension);
        ArgumentOutOfRangeException.ThrowIfNegative(outputPartDimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(outputPartDimension, model.Dimension);
        if (model.IsQuantized) throw new ArgumentException("The model is quantised already.", nameof(model));
        using var hold = model.Hold();
        var input = Quantize((DenseMatrix)model.Input, partDimension, threads, cancellation);
        RowMatrix output = outputPartDimension > 0 ? Quantize((DenseMatrix)model.Output, outputPartDimension, threads, cancellation) : Copy((DenseMatrix)model.Output);
        return new FastTextModel(model.Arguments, model.Vocabulary, pruned: null, input, output);
    }

    private static QuantizedMatrix Quantize(DenseMatrix matrix, int partDimension, int threads, CancellationToken cancellation)
    {
        var quantizer = QuantizerTraining.Train(row => matrix[row].ToArray(), matrix.Rows, matrix.Columns, partDimension, threads, cancellation);
        var memory = ModelMemory.Allocate((long)matrix.Rows * quantizer.Parts);
        const int RowsABatch = 1024;
        _ = Parallel.For(0, (matrix.Rows + RowsABatch - 1) / RowsABatch, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, batch =>
        {
            for (var row = batch * RowsABatch; row < Math.Min((batch + 1) * RowsABatch, matrix.Rows); row++) Encode(matrix, row, quantizer, memory);
        });
        return new QuantizedMatrix(memory, matrix.Rows, codes: 0, quantizer, lengthCodes: 0, lengths: null);
    }

    private static unsafe void Encode(DenseMatrix matrix, int row, ProductQuantizer quantizer, ModelMemory memory) =>
        QuantizerTraining.Encode(quantizer, matrix[row], new Span<byte>(memory.Start + ((long)row * quantizer.Parts), quantizer.Parts));

    private static DenseMatrix Copy(DenseMatrix matrix)
    {
        var copy = new DenseMatrix(matrix.Rows, matrix.Columns);
        for (var row = 0; row < matrix.Rows; row++) matrix[row].CopyTo(copy.Edit(row));
        return copy;
    }
}
