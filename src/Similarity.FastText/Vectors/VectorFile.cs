using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// <c>.vec</c> files, of words and their vectors only: as models, so that whatever is done with a model is done with them.
/// <see cref="VectorFileReader"/> reads them word by word and <see cref="VectorFileWriter"/> writes them so.
/// </summary>
/// <remarks>Thread-safe, but for the streams.</remarks>
public static class VectorFile
{
    /// <summary>
    /// Loads a file as an unsupervised model without n-grams: words that are not in the file have no vector, and counts are
    /// not known (0). Of a word that stands there several times the first vector counts.
    /// </summary>
    /// <remarks>The stream is left open. Memory grows with what was read, whatever the first line says.</remarks>
    /// <exception cref="ModelFormatException">It is damaged, truncated, or no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FastTextModel Load(Stream stream)
    {
        var reader = new VectorFileReader(stream);
        var words = new ArrayBufferWriter<byte>();
        var ends = new List<int>();
        var seen = new HashSet<UInt128>();
        using var vectors = new GrowingMemory(1 << 16);
        while (reader.Read())
        {
            if (!seen.Add(XxHash128.HashToUInt128(reader.Word))) continue;
            if (ends.Count == Vocabulary.MaxEntries) throw new ModelFormatException($"The file has more than {Vocabulary.MaxEntries} words.");
            if (words.WrittenCount > Array.MaxLength - reader.Word.Length) throw new ModelFormatException($"The words take more than {Array.MaxLength} bytes.");
            words.Write(reader.Word);
            ends.Add(words.WrittenCount);
            vectors.Write(MemoryMarshal.AsBytes(reader.Vector));
        }
        // The loss is one that costs the original nothing to load.
        var arguments = new ModelArguments { Dimension = reader.Dimension, Buckets = 0, LeastGram = 0, MostGram = 0, LeastCount = 1, Loss = ModelLoss.Softmax };
        var input = new DenseMatrix(vectors.ToMemory(isWritable: true), 0, ends.Count, reader.Dimension);
        var output = new DenseMatrix(ends.Count, reader.Dimension);
        return new FastTextModel(arguments, ToVocabulary(words.WrittenSpan, ends), pruned: null, input, output);
    }

    /// <summary>Writes the vectors of all words of a model (<see cref="WordEmbedding"/>), as the original does beside every model.</summary>
    /// <remarks>The stream is left open.</remarks>
    /// <exception cref="ArgumentException">A word cannot be told from its vector, or a vector has what is no finite number.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public static void Save(FastTextModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        var vector = new float[model.Dimension];
        using var writer = new VectorFileWriter(stream, model.Vocabulary.WordCount, model.Dimension);
        for (var entry = 0; entry < model.Vocabulary.WordCount; entry++)
        {
            var word = model.Vocabulary[entry];
            _ = model.WordVector(word, vector);
            writer.Write(word, vector);
        }
    }

    private static Vocabulary ToVocabulary(ReadOnlySpan<byte> words, List<int> ends)
    {
        try
        {
            return new Vocabulary(words.ToArray(), [.. ends], new long[ends.Count], ends.Count, tokens: 0);
        }
        catch (ArgumentException refusal)
        {
            throw new ModelFormatException($"The words cannot be told apart: {refusal.Message}", refusal);
        }
    }
}
