using System.IO.Hashing;
using System.Text;

namespace Similarity.FastText;

/// <summary>
/// A file for what an <see cref="ArticleEmbedder"/> has learnt of articles, beside its model: a model's file has no place for it that the original
/// program would not lose. Little-endian:
/// <code>
/// "SIMSIF01" | length-prefixed UTF-8: fingerprint of the words | float64 smoothing | float32 title weight
/// | int32 dimension, directions | directions x dimension float32 | uint64 XXH3 of all before
/// </code>
/// </summary>
public static class ArticleDirections
{
    private const int MostDirections = 1024;

    private static ReadOnlySpan<byte> Magic => "SIMSIF01"u8;

    /// <summary>Writes what <paramref name="embedder"/> takes off.</summary>
    public static void Save(ArticleEmbedder embedder, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(embedder.WordsFingerprint);
        writer.Write(embedder.Options.Smoothing);
        writer.Write(embedder.Options.TitleWeight);
        writer.Write(embedder.Dimension);
        writer.Write(embedder.Components);
        foreach (var value in embedder.Directions) writer.Write(value);
        writer.Flush();
        writer.Write(XxHash3.HashToUInt64(memory.ToArray()));
        memory.WriteTo(stream);
    }

    /// <summary>The embedder of a model that takes off what was saved.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or belongs to another model; the message names both.</exception>
    public static ArticleEmbedder Load(FastTextModel model, Stream stream, FeatureOptions? features = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        if (bytes.Length < Magic.Length + sizeof(ulong) || !bytes.AsSpan().StartsWith(Magic)) throw new ModelFormatException(0, "this is no file of article directions");
        var content = bytes.AsSpan(0, bytes.Length - sizeof(ulong));
        if (XxHash3.HashToUInt64(content) != BitConverter.ToUInt64(bytes, content.Length)) throw new ModelFormatException(content.Length, "the checksum is wrong: the file is damaged");
        try
        {
            return Read(model, new MemoryStream(bytes, Magic.Length, content.Length - Magic.Length), features ?? new());
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new ModelFormatException(Magic.Length, "the directions cannot be read: " + fault.Message);
        }
    }

    private static ArticleEmbedder Read(FastTextModel model, Stream content, FeatureOptions features)
    {
        using var reader = new BinaryReader(content);
        var fingerprint = reader.ReadString();
        var options = new ArticleEmbedderOptions { Smoothing = reader.ReadDouble(), TitleWeight = reader.ReadSingle(), Features = features };
        var (dimension, count) = (reader.ReadInt32(), reader.ReadInt32());
        var embedder = new ArticleEmbedder(model, options);
        if (embedder.WordsFingerprint != fingerprint || dimension != model.Dimension || count is < 0 or > MostDirections)
        {
            throw new ModelFormatException(Magic.Length, $"the directions belong to the model {fingerprint}, and this is {embedder.WordsFingerprint}");
        }
        var directions = new float[count * dimension];
        for (var i = 0; i < directions.Length; i++) directions[i] = reader.ReadSingle();
        return embedder.With(directions);
    }
}
