using System.Runtime.InteropServices;

namespace Similarity.Storage;

/// <summary>
/// The phrases that an index was made with, as a value of the store: those that come with the library change, and an index goes on
/// comparing texts as it did.
/// </summary>
internal static class PhraseRow
{
    public static byte[] ToBytes(PhraseTable table)
    {
        var writer = new ByteWriter();
        foreach (var phrase in table.Phrases)
        {
            writer.Number(phrase.Words.Length);
            writer.Bytes(MemoryMarshal.AsBytes(phrase.Words.AsSpan()));
            writer.Number(phrase.Anchor);
            writer.Byte((byte)((phrase.IsOpenBefore ? 1 : 0) | (phrase.IsOpenBehind ? 2 : 0) | (phrase.NeedsNumber ? 4 : 0) | (phrase.IsAtEnd ? 8 : 0)));
        }
        return writer.ToArray();
    }

    public static PhraseTable FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var phrases = new List<Phrase>();
        while (!reader.IsAtEnd)
        {
            var words = MemoryMarshal.Cast<byte, ulong>(reader.Bytes(checked(reader.Int() * sizeof(ulong)))).ToArray();
            var anchor = reader.Int();
            if ((uint)anchor >= (uint)words.Length) throw new InvalidDataException($"The index is damaged: a phrase of {words.Length} words is looked for by word {anchor}.");
            var flags = reader.Byte();
            phrases.Add(new Phrase(words, anchor, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, (flags & 8) != 0));
        }
        return PhraseTable.Of(phrases);
    }
}
