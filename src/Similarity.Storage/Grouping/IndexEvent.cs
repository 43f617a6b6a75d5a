namespace Similarity.Storage;

/// <summary>Something that happened in an index.</summary>
/// <param name="Number">Its place among all events: each has a larger one than those before it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Group">The group it happened to, as it is named now; of a split, as it was named. <see langword="null"/> of what happened to no group.</param>
/// <param name="Article">Identifier of that group's canonical; of a removal, of the article.</param>
/// <param name="Others">Names of groups: those that it was before; of a split, those that it has become, without texts that stand alone now.</param>
public sealed record IndexEvent(long Number, IndexEventKind Kind, string? Group, string Article, IReadOnlyList<string> Others)
{
    internal byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Byte((byte)Kind);
        writer.Text(System.Text.Encoding.UTF8.GetBytes(Group ?? ""));
        writer.Text(System.Text.Encoding.UTF8.GetBytes(Article));
        writer.Number(Others.Count);
        foreach (var other in Others) writer.Text(System.Text.Encoding.UTF8.GetBytes(other));
        return writer.ToArray();
    }

    internal static IndexEvent FromBytes(long number, ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var kind = (IndexEventKind)reader.Byte();
        var (group, article) = (System.Text.Encoding.UTF8.GetString(reader.Text()), System.Text.Encoding.UTF8.GetString(reader.Text()));
        var others = new string[reader.Int()];
        for (var i = 0; i < others.Length; i++) others[i] = System.Text.Encoding.UTF8.GetString(reader.Text());
        return new IndexEvent(number, kind, group.Length == 0 ? null : group, article, others);
    }
}
