namespace Similarity.FastText;

/// <summary>
/// Reads the container that <c>.bin</c> and <c>.ftz</c> files share, little-endian, without padding:
/// <code>
/// int32 magic, version | arguments | vocabulary | uint8 quantised; input matrix | uint8 quantised; output matrix
/// </code>
/// What cannot be true is refused before memory is taken for it. What follows the output matrix is not read, as in the
/// original.
/// </summary>
internal static class ModelReader
{
    public const int Magic = 793712314;
    public const int Version = 12;

    /// <summary>Its supervised models do not use n-grams of characters, whatever their arguments say.</summary>
    private const int VersionBeforeGrams = 11;

    /// <summary>Reads a model, which disposes of <paramref name="memory"/>; so does this where it refuses.</summary>
    /// <exception cref="ModelFormatException">It is damaged, truncated, or no model.</exception>
    public static FastTextModel Read(ModelMemory memory)
    {
        try
        {
            return Read(new ModelCursor(memory));
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private static FastTextModel Read(ModelCursor cursor)
    {
        if (cursor.Int32("the number that models begin with") != Magic) throw cursor.Wrong(sizeof(int), "this is no fastText model");
        var version = cursor.Int32("the version", VersionBeforeGrams, Version);
        var arguments = ReadArguments(cursor);
        if (version == VersionBeforeGrams && arguments.Kind == ModelKind.Supervised) arguments = arguments with { MostGram = 0 };
        var (vocabulary, pruned) = VocabularyReader.Read(cursor);
        if (arguments is { Kind: ModelKind.Supervised, Loss: ModelLoss.HierarchicalSoftmax }) CheckCounts(cursor, vocabulary);

        var inputs = vocabulary.WordCount + (long)(pruned?.Count ?? arguments.Buckets);
        if (inputs > int.MaxValue) throw cursor.Wrong(0, $"{inputs} words and n-grams are more than {int.MaxValue}");
        var outputs = arguments.Kind == ModelKind.Supervised ? vocabulary.LabelCount : vocabulary.WordCount;

        var isQuantized = cursor.Flag("whether the input matrix is quantised");
        if (pruned is not null && !isQuantized) throw cursor.Wrong(1, "n-grams were left out, which only quantised models do");
        RowMatrix input = isQuantized
            ? MatrixReader.ReadQuantized(cursor, "input", (int)inputs, arguments.Dimension)
            : MatrixReader.ReadDense(cursor, "input", (int)inputs, arguments.Dimension);
        var isOutputQuantized = cursor.Flag("whether the output matrix is quantised") && isQuantized;
        RowMatrix output = isOutputQuantized
            ? MatrixReader.ReadQuantized(cursor, "output", outputs, arguments.Dimension)
            : MatrixReader.ReadDense(cursor, "output", outputs, arguments.Dimension);
        return new FastTextModel(arguments, vocabulary, pruned, input, output);
    }

    private static ModelArguments ReadArguments(ModelCursor cursor) => new()
    {
        Dimension = cursor.Int32("the dimension", 1, ModelArguments.MaxDimension),
        Window = cursor.Int32("ws"),
        Epochs = cursor.Int32("epoch"),
        LeastCount = cursor.Int32("minCount"),
        Negatives = cursor.Int32("neg"),
        WordGrams = cursor.Int32("wordNgrams", int.MinValue, ModelArguments.MaxGram),
        Loss = (ModelLoss)cursor.Int32("the loss", (int)ModelLoss.HierarchicalSoftmax, (int)ModelLoss.OneVersusAll),
        Kind = (ModelKind)cursor.Int32("the kind of model", (int)ModelKind.Cbow, (int)ModelKind.Supervised),
        Buckets = cursor.Int32("bucket", 0, int.MaxValue),
        LeastGram = cursor.Int32("minn"),
        MostGram = cursor.Int32("maxn", int.MinValue, ModelArguments.MaxGram),
        RateUpdateTokens = cursor.Int32("lrUpdateRate"),
        SamplingThreshold = cursor.Double("t"),
    };

    /// <summary>The tree of a hierarchical softmax is built from these counts; the original's breaks where they add up to more.</summary>
    private static void CheckCounts(ModelCursor cursor, Vocabulary vocabulary)
    {
        var sum = 0L;
        foreach (var count in vocabulary.LabelCounts)
        {
            if (count >= HuffmanTree.CountLimit || (sum += count) >= HuffmanTree.CountLimit)
            {
                throw cursor.Wrong(0, $"the counts of the labels add up to {HuffmanTree.CountLimit} or more");
            }
        }
    }
}
