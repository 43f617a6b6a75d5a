using System.Buffers.Binary;
using System.IO.Hashing;

namespace Similarity;

/// <summary>
/// In how many articles of a general collection of news each term occurs. A collection of a hundred articles about one subject
/// does not know that its subject is a rare word; together with these it does.
/// </summary>
/// <remarks>
/// <c>background.bin</c>, made by <c>benchmarks background</c>: little-endian; the number of articles and of terms (32 bits each),
/// then the terms' <see cref="TermHash"/>es ascending (32 bits each), then for each the number of articles (16 bits).
/// Thread-safe.
/// </remarks>
internal sealed class BackgroundFrequencies
{
    /// <summary>Terms of fewer articles are left out.</summary>
    private const int Least = 3;

    private readonly uint[] _terms;
    private readonly ushort[] _texts;

    private BackgroundFrequencies(int count, uint[] terms, ushort[] texts, ulong fingerprint)
    {
        Count = count;
        Fingerprint = fingerprint;
        _terms = terms;
        _texts = texts;
    }

    /// <summary>Those that come with the library.</summary>
    public static BackgroundFrequencies Default { get; } = ReadDefault();

    /// <summary>How many articles the collection has.</summary>
    public int Count { get; }

    /// <summary>XXH3 of what was read: weights by other frequencies are other weights.</summary>
    public ulong Fingerprint { get; }

    /// <summary>In how many of them the term occurs; 0 where that is below three.</summary>
    public int this[uint term]
    {
        get
        {
            var index = Array.BinarySearch(_terms, term);
            return index < 0 ? 0 : _texts[index];
        }
    }

    /// <summary>Writes the frequencies of a collection as this class reads them.</summary>
    public static byte[] Write(TermTable table)
    {
        var terms = table.Statistics.Where(term => term.Value.Texts >= Least).OrderBy(term => term.Key).ToList();
        var bytes = new byte[8 + (terms.Count * 6)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, table.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), terms.Count);
        foreach (var (i, (term, known)) in terms.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + (i * 4)), term);
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8 + (terms.Count * 4) + (i * 2)), (ushort)Math.Min(known.Texts, ushort.MaxValue));
        }
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static BackgroundFrequencies Read(ReadOnlySpan<byte> bytes)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var (terms, texts) = (new uint[count], new ushort[count]);
        for (var i = 0; i < count; i++)
        {
            terms[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(8 + (i * 4))..]);
            texts[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(8 + (count * 4) + (i * 2))..]);
        }
        return new BackgroundFrequencies(BinaryPrimitives.ReadInt32LittleEndian(bytes), terms, texts, XxHash3.HashToUInt64(bytes));
    }

    private static BackgroundFrequencies ReadDefault()
    {
        using var stream = typeof(BackgroundFrequencies).Assembly.GetManifestResourceStream("background.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
