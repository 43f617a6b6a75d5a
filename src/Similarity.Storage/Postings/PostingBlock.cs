namespace Similarity.Storage;

/// <summary>
/// Some keys of a segment that follow each other, and their texts:
/// <code>
/// for each key: difference from the one before; how many texts are kept, twice, and one more where there are others;
///               how many others; the texts, as differences
/// </code>
/// Numbers take seven bits a byte. The first key's difference is from 0, the first text's from the segment's first.
/// </summary>
internal static class PostingBlock
{
    /// <summary>Bytes after which a block ends.</summary>
    public const int Bytes = 2048;

    public static void Append(ByteWriter block, ulong difference, PostingList list, int firstText)
    {
        block.Number(difference);
        block.Number((list.Texts.Length << 1) | (list.Unkept > 0 ? 1 : 0));
        if (list.Unkept > 0) block.Number(list.Unkept);
        var last = firstText;
        foreach (var text in list.Texts)
        {
            block.Number(text - last);
            last = text;
        }
    }

    /// <summary>Adds the texts of <paramref name="key"/> to a list, if the block has it.</summary>
    public static void Find(ReadOnlySpan<byte> block, ulong key, int firstText, Func<int, bool> isGone, PostingList list)
    {
        var reader = new ByteReader(block);
        ulong at = 0;
        while (!reader.IsAtEnd)
        {
            at += reader.Number();
            if (at > key) return;
            if (at == key)
            {
                Take(ref reader, firstText, isGone, list);
                return;
            }
            var header = reader.Int();
            for (var skipped = (header >> 1) + (header & 1); skipped > 0; skipped--) _ = reader.Number();
        }
    }

    /// <summary>Adds the texts of the key that the reader stands behind to a list.</summary>
    public static void Take(ref ByteReader reader, int firstText, Func<int, bool> isGone, PostingList list)
    {
        var header = reader.Int();
        if ((header & 1) != 0) list.AddUnkept(reader.Int());
        var last = firstText;
        for (var kept = header >> 1; kept > 0; kept--)
        {
            last += reader.Int();
            if (!isGone(last)) list.Add(last);
        }
    }
}
