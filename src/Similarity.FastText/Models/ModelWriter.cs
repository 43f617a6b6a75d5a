using System.Text;

namespace Similarity.FastText;

/// <summary>Writes the container that <see cref="ModelReader"/> reads, in version 12.</summary>
internal static class ModelWriter
{
    public static void Write(FastTextModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(ModelReader.Magic);
        writer.Write(ModelReader.Version);
        Write(model.Arguments, writer);
        Write(model.Vocabulary, model.Pruned, writer);
        writer.Write(model.IsQuantized);
        model.Input.Save(writer);
        writer.Write(model.Output is QuantizedMatrix);
        model.Output.Save(writer);
    }

    private static void Write(ModelArguments arguments, BinaryWriter writer)
    {
        writer.Write(arguments.Dimension);
        writer.Write(arguments.Window);
        writer.Write(arguments.Epochs);
        writer.Write(arguments.LeastCount);
        writer.Write(arguments.Negatives);
        writer.Write(arguments.WordGrams);
        writer.Write((int)arguments.Loss);
        writer.Write((int)arguments.Kind);
        writer.Write(arguments.Buckets);
        writer.Write(arguments.LeastGram);
        writer.Write(arguments.MostGram);
        writer.Write(arguments.RateUpdateTokens);
        writer.Write(arguments.SamplingThreshold);
    }

    private static void Write(Vocabulary vocabulary, PrunedGrams? pruned, BinaryWriter writer)
    {
        writer.Write(vocabulary.Count);
        writer.Write(vocabulary.WordCount);
        writer.Write(vocabulary.LabelCount);
        writer.Write(vocabulary.Tokens);
        writer.Write(pruned?.Count ?? -1L);
        for (var entry = 0; entry < vocabulary.Count; entry++)
        {
            writer.Write(vocabulary[entry]);
            writer.Write((byte)0);
            writer.Write(vocabulary.CountOf(entry));
            writer.Write(entry >= vocabulary.WordCount);
        }
        if (pruned is null) return;
        foreach (var (bucket, row) in pruned.Kept)
        {
            writer.Write(bucket);
            writer.Write(row);
        }
    }
}
