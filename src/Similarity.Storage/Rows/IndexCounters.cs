namespace Similarity.Storage;

/// <summary>The numbers that an index gives next, and how many of each there are.</summary>
internal sealed record IndexCounters
{
    public int NextArticle { get; init; }

    public int NextOutlet { get; init; }

    public long NextEvent { get; init; } = 1;

    public int Articles { get; init; }

    public int Texts { get; init; }

    /// <summary>Which computation of everything is in use.</summary>
    public byte Generation { get; init; }

    /// <summary>The first article that may still be there: all before it have expired.</summary>
    public int FirstArticle { get; init; }

    public byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Int32(NextArticle);
        writer.Int32(NextOutlet);
        writer.Int64(NextEvent);
        writer.Int32(Articles);
        writer.Int32(Texts);
        writer.Byte(Generation);
        writer.Int32(FirstArticle);
        return writer.ToArray();
    }

    public static IndexCounters FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return new IndexCounters
        {
            NextArticle = reader.Int32(),
            NextOutlet = reader.Int32(),
            NextEvent = reader.Int64(),
            Articles = reader.Int32(),
            Texts = reader.Int32(),
            Generation = reader.Byte(),
            FirstArticle = reader.Int32(),
        };
    }
}
