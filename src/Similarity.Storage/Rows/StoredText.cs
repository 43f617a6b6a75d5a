using System.Runtime.InteropServices;

namespace Similarity.Storage;

/// <summary>
/// The features of a text, and of the article that stands for it: the most preferred of those that have it. Immutable but
/// for being replaced.
/// </summary>
internal sealed class StoredText
{
    private readonly ArticleRow _row;

    public StoredText(int number, int article, int copies, ArticleRow row, uint[] bandKeys, uint[] fingerprints, FurnitureSpan[] furniture)
    {
        (Number, Article, Copies, BandKeys, Fingerprints, Furniture) = (number, article, copies, bandKeys, fingerprints, furniture);
        _row = row;
        _row.Fingerprints = fingerprints.Length;
        _row.FurnitureSpans = furniture.Length;
    }

    /// <summary>Its number: that of the first article that had it.</summary>
    public int Number { get; }

    /// <summary>The article that stands for it.</summary>
    public int Article { get; }

    /// <summary>Articles that have it.</summary>
    public int Copies { get; }

    public ref readonly ArticleRow Row => ref _row;

    public uint[] BandKeys { get; }

    public uint[] Fingerprints { get; }

    /// <summary>What was left out of the body of the article that stands for it.</summary>
    public FurnitureSpan[] Furniture { get; }

    /// <summary>Bytes of memory it takes, about.</summary>
    public int Bytes => 250 + ((BandKeys.Length + Fingerprints.Length) * sizeof(uint)) + (Furniture.Length * 12);

    /// <summary>The same text with another number of articles.</summary>
    public StoredText WithCopies(int copies) => new(Number, Article, copies, _row, BandKeys, Fingerprints, Furniture);

    /// <summary>The same text, for which another article stands.</summary>
    public StoredText StoodForBy(int article, ArticleRow row, FurnitureSpan[] furniture) => new(Number, article, Copies, row, BandKeys, Fingerprints, furniture);

    public byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Number(Article);
        writer.Number(Copies);
        writer.Byte((byte)((int)_row.Form | (_row.IdDerived ? 0x80 : 0)));
        writer.Number(_row.Words);
        writer.Int64(_row.Published);
        writer.Int32(_row.Outlet);
        writer.UInt128(_row.Content);
        writer.Number(BandKeys.Length);
        writer.Bytes(MemoryMarshal.AsBytes(BandKeys.AsSpan()));
        writer.Number(Fingerprints.Length);
        writer.Bytes(MemoryMarshal.AsBytes(Fingerprints.AsSpan()));
        writer.Number(Furniture.Length);
        var at = 0;
        foreach (var span in Furniture)
        {
            writer.Number(span.Start - at);
            writer.Number(span.End - span.Start);
            writer.Byte((byte)span.Reason);
            at = span.End;
        }
        return writer.ToArray();
    }

    public static StoredText FromBytes(int number, ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var (article, copies) = (reader.Int(), reader.Int());
        var form = reader.Byte();
        var row = new ArticleRow
        {
            Form = (TextForm)(form & 0x7F),
            IdDerived = (form & 0x80) != 0,
            Words = reader.Int(),
            Published = reader.Int64(),
            Outlet = reader.Int32(),
            Content = reader.UInt128(),
        };
        var bandKeys = ReadKeys(ref reader);
        var fingerprints = ReadKeys(ref reader);
        var furniture = new FurnitureSpan[reader.Int()];
        var at = 0;
        for (var i = 0; i < furniture.Length; i++)
        {
            var start = at + reader.Int();
            at = start + reader.Int();
            furniture[i] = new FurnitureSpan(start, at, (FurnitureReason)reader.Byte());
        }
        return new StoredText(number, article, copies, row, bandKeys, fingerprints, furniture);
    }

    private static uint[] ReadKeys(ref ByteReader reader)
    {
        var count = reader.Int();
        return MemoryMarshal.Cast<byte, uint>(reader.Bytes(checked(count * sizeof(uint)))).ToArray();
    }
}
