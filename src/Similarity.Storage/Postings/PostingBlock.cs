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
    public const int Bytes = 1024;

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
    public static void Find(ReadOnlySpan<byte> block, ulong key, int firstText, GoneTexts gone, PostingList list)
    {
        ulong found = 0;
        for (var at = 0; at < block.Length;)
        {
            found += Number(block, ref at);
            if (found > key) return;
            if (found == key)
            {
                _ = Take(block, at, firstText, gone, list);
                return;
            }
            var header = (int)Number(block, ref at);
            // Each number ends with its first byte below 128.
            for (var skipped = (header >> 1) + (header & 1); skipped > 0; at++) skipped -= block[at] < 0x80 ? 1 : 0;
        }
    }

    /// <summary>Adds the texts of the key before <paramref name="at"/> to a list, and returns the place behind them.</summary>
    public static int Take(ReadOnlySpan<byte> block, int at, int firstText, GoneTexts gone, PostingList list)
    {
        var header = (int)Number(block, ref at);
        if ((header & 1) != 0) list.AddUnkept((int)Number(block, ref at));
        var last = firstText;
        for (var kept = header >> 1; kept > 0; kept--)
        {
            last += (int)Number(block, ref at);
            if (!gone.Contains(last)) list.Add(last);
        }
        return at;
    }

    /// <summary>The number at a place, which moves behind it.</summary>
    /// <exception cref="IndexOutOfRangeException">The block is damaged; the store's checksums should have told.</exception>
    public static ulong Number(ReadOnlySpan<byte> block, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var some = block[at++];
            value |= (ulong)(some & 0x7F) << shift;
            if (some < 0x80) return value;
        }
    }
}
