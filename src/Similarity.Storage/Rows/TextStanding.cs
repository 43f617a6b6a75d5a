namespace Similarity.Storage;

/// <summary>What became of a text that does not stand alone.</summary>
/// <param name="Canonical">The text that stands for its group; itself where it does.</param>
/// <param name="Other">The text that it was measured against; −1 for the canonical.</param>
/// <param name="Kind">What the two are to each other.</param>
/// <param name="Overlap">What they share; A is this text.</param>
/// <param name="IsRemoval">Whether it is a copy, to be removed in favour of the other.</param>
internal sealed record TextStanding(int Canonical, int Other, MatchKind Kind, Overlap Overlap, bool IsRemoval)
{
    /// <summary>A text that stands for a group.</summary>
    public static TextStanding OfCanonical(int text) => new(text, -1, MatchKind.Identical, default, IsRemoval: false);

    public byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Number(Canonical);
        writer.Int32(Other);
        writer.Byte((byte)((int)Kind | (IsRemoval ? 0x80 : 0)));
        writer.Number(Overlap.Shared);
        writer.Number(Overlap.CountA);
        writer.Number(Overlap.CountB);
        writer.Number(Overlap.Passages);
        writer.Number(Overlap.Quoted);
        writer.Number(Overlap.Exchanged);
        return writer.ToArray();
    }

    public static TextStanding FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var (canonical, other, kind) = (reader.Int(), reader.Int32(), reader.Byte());
        var overlap = new Overlap(reader.Int(), reader.Int(), reader.Int()) { Passages = reader.Int(), Quoted = reader.Int(), Exchanged = reader.Int() };
        return new TextStanding(canonical, other, (MatchKind)(kind & 0x7F), overlap, (kind & 0x80) != 0);
    }
}
