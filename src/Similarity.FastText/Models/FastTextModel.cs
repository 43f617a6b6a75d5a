namespace Similarity.FastText;

/// <summary>
/// A model of fastText: words, n-grams and their vectors. What it is used for stands in <see cref="WordEmbedding"/>,
/// <see cref="SentenceEmbedding"/>, <see cref="WordNeighbours"/> and <see cref="LabelPrediction"/>. Reads and writes
/// what the original program does: <c>.bin</c> and <c>.ftz</c>, versions 11 and 12, quantised and pruned ones too.
/// </summary>
/// <remarks>
/// <para>
/// Thread-safe for reading, and everything here but <see cref="Dispose"/> reads. Disposal waits for calls of other threads that are
/// under way; later ones throw <see cref="ObjectDisposedException"/>. <see cref="Arguments"/> and <see cref="Vocabulary"/>
/// stay usable.
/// </para>
/// <para>
/// Vectors have <see cref="Dimension"/> floats and are not scaled. What a damaged file holds in place of a float is
/// not looked at when a model is opened, so vectors of a damaged file may hold NaN.
/// </para>
/// </remarks>
public sealed class FastTextModel : IDisposable
{
    internal FastTextModel(ModelArguments arguments, Vocabulary vocabulary, PrunedGrams? pruned, RowMatrix input, RowMatrix output)
    {
        (Arguments, Vocabulary, Pruned, Input, Output) = (arguments, vocabulary, pruned, input, output);
        Rows = new InputRows(arguments, vocabulary, pruned);
    }

    /// <summary>What the model was trained with.</summary>
    public ModelArguments Arguments { get; }

    /// <summary>Its words and labels.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Floats a vector.</summary>
    public int Dimension => Arguments.Dimension;

    /// <summary>Whether it predicts labels.</summary>
    public bool IsSupervised => Arguments.Kind == ModelKind.Supervised;

    /// <summary>Whether its vectors are kept as codes, near the ones that were trained (<c>quantize</c>).</summary>
    public bool IsQuantized => Input is QuantizedMatrix;

    /// <summary>The n-grams that were kept; null where all were.</summary>
    internal PrunedGrams? Pruned { get; }

    /// <summary>A row a word and then a row a bucket of n-grams.</summary>
    internal RowMatrix Input { get; }

    /// <summary>A row a label, or a row a word where the model is unsupervised.</summary>
    internal RowMatrix Output { get; }

    /// <summary>Which rows of <see cref="Input"/> words and lines have.</summary>
    internal InputRows Rows { get; }

    /// <summary>The tree of a hierarchical softmax over the labels, built when it is first asked for.</summary>
    internal HuffmanTree Tree => field ??= new HuffmanTree(Vocabulary.LabelCounts);

    /// <summary>
    /// Opens a file and leaves its matrices there: they are read a page at a time when vectors are asked for, and the memory
    /// they take is the system's cache. Opening costs a read of the words only.
    /// </summary>
    /// <remarks>The file must not be truncated or overwritten while the model is open, which would end the process.</remarks>
    /// <exception cref="ModelFormatException">It is damaged, truncated, or no model.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FastTextModel Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ModelReader.Read(ModelMemory.Map(path));
    }

    /// <summary>Loads what is left of a stream into memory.</summary>
    /// <exception cref="ModelFormatException">It is damaged, truncated, or no model.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FastTextModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelReader.Read(ModelMemory.Read(stream));
    }

    /// <summary>Uses the bytes of a file where they stand; they must not change while the model is in use.</summary>
    /// <exception cref="ModelFormatException">They are damaged, truncated, or no model.</exception>
    public static FastTextModel Load(ReadOnlyMemory<byte> file) => ModelReader.Read(ModelMemory.Pin(file));

    /// <summary>Writes a <c>.bin</c>, or what is called <c>.ftz</c> where the model is quantised, that the original program reads too.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var hold = Hold();
        ModelWriter.Write(this, stream);
    }

    /// <summary>Releases the memory, or the file, once no call uses it any more.</summary>
    public void Dispose()
    {
        Input.Memory.Dispose();
        Output.Memory.Dispose();
    }

    /// <summary>Keeps the matrices from being released.</summary>
    internal ModelHold Hold() => new(Input.Memory, Output.Memory);
}
