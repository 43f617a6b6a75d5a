namespace Similarity.Storage;

/// <summary>Something that happened in an index.</summary>
/// <param name="Number">Its place among all events: each has a larger one than those before it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Group">The group or story it happened to, as it is named now; of a split, as it was named. <see langword="null"/> of what happened to none.</param>
/// <param name="Article">Identifier of that group's canonical, or of an article of the story; of a removal, of the article.</param>
/// <param name="Others">
/// Names of groups or stories: those that it was before; of a group's split, those that it has become, without texts that stand alone now; of a story's, the
/// one that articles have gone to.
/// </param>
public sealed record IndexEvent(long Number, IndexEventKind Kind, string? Group, string Article, IReadOnlyList<string> Others)
{
    /// <summary>Identifiers of the articles that have gone from one story to another, without copies of their texts.</summary>
    public IReadOnlyList<string> Moved { get; init; } = [];

    internal byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Byte((byte)Kind);
        writer.Text(System.Text.Encoding.UTF8.GetBytes(Group ?? ""));
        writer.Text(System.Text.Encoding.UTF8.GetBytes(Article));
        writer.Number(Others.Count);
        foreach (var other in Others) writer.Text(System.Text.Encoding.UTF8.GetBytes(other));
        writer.Number(Moved.Count);
        foreach (var moved in Moved) writer.Text(System.Text.Encoding.UTF8.GetBytes(moved));
        return writer.ToArray();
    }

    internal static IndexEvent FromBytes(long number, ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var kind = (IndexEventKind)reader.Byte();
        var (group, article) = (System.Text.Encoding.UTF8.GetString(reader.Text()), System.Text.Encoding.UTF8.GetString(reader.Text()));
        var others = Texts(ref reader);
        return new IndexEvent(number, kind, group.Length == 0 ? null : group, article, others) { Moved = reader.IsAtEnd ? [] : Texts(ref reader) };
    }

    private static string[] Texts(ref ByteReader reader)
    {
        var texts = new string[reader.Int()];
        for (var i = 0; i < texts.Length; i++) texts[i] = System.Text.Encoding.UTF8.GetString(reader.Text());
        return texts;
    }
}
