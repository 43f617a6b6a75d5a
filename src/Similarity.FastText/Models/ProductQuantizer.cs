using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// Stands for each few dimensions of a vector by the nearest of 256 centroids: a byte for some floats (Jégou, Douze and
/// Schmid 2011, Product quantization for nearest neighbor search).
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ProductQuantizer
{
    /// <summary>Centroids of each part of a vector.</summary>
    public const int Centroids = 256;

    private readonly float[] _centroids; // Part by part, code by code; those of the last part may be shorter.

    /// <param name="dimension">Floats of a vector.</param>
    /// <param name="partDimension">Floats that a byte stands for, 1 to <paramref name="dimension"/>.</param>
    /// <param name="centroids"><see cref="Centroids"/> times <paramref name="dimension"/> floats.</param>
    public ProductQuantizer(int dimension, int partDimension, float[] centroids)
    {
        (Dimension, PartDimension, _centroids) = (dimension, partDimension, centroids);
        Parts = ((dimension - 1) / partDimension) + 1;
        LastDimension = dimension - ((Parts - 1) * partDimension);
    }

    /// <summary>Floats of a vector.</summary>
    public int Dimension { get; }

    /// <summary>Floats that a byte stands for; the last byte may stand for fewer.</summary>
    public int PartDimension { get; }

    /// <summary>Floats that the last byte stands for.</summary>
    public int LastDimension { get; }

    /// <summary>Bytes of a vector's code.</summary>
    public int Parts { get; }

    /// <summary>The floats that <paramref name="code"/> stands for in part <paramref name="part"/>.</summary>
    public ReadOnlySpan<float> Centroid(int part, byte code)
    {
        var start = part * Centroids * PartDimension;
        return part == Parts - 1
            ? _centroids.AsSpan(start + (code * LastDimension), LastDimension)
            : _centroids.AsSpan(start + (code * PartDimension), PartDimension);
    }

    /// <summary>Adds the vector of a code, times <paramref name="scale"/>, to <paramref name="sum"/>.</summary>
    public void AddTo(ReadOnlySpan<byte> code, float scale, Span<float> sum)
    {
        for (var part = 0; part < Parts; part++)
        {
            // Parts have two floats as a rule, too few for a call of a vector primitive.
            var centroid = Centroid(part, code[part]);
            var to = sum.Slice(part * PartDimension, centroid.Length);
            for (var i = 0; i < to.Length; i++) to[i] += scale * centroid[i];
        }
    }

    /// <summary>The dot product of the vector of a code and <paramref name="vector"/>.</summary>
    public float Dot(ReadOnlySpan<byte> code, ReadOnlySpan<float> vector)
    {
        var sum = 0f;
        for (var part = 0; part < Parts; part++)
        {
            var centroid = Centroid(part, code[part]);
            var with = vector.Slice(part * PartDimension, centroid.Length);
            for (var i = 0; i < with.Length; i++) sum += centroid[i] * with[i];
        }
        return sum;
    }

    /// <summary>Writes the quantiser as the file format has it.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Dimension);
        writer.Write(Parts);
        writer.Write(PartDimension);
        writer.Write(LastDimension);
        writer.Write(MemoryMarshal.AsBytes(_centroids.AsSpan()));
    }
}
