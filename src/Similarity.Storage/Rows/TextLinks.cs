namespace Similarity.Storage;

/// <summary>The texts that one is a candidate with.</summary>
/// <param name="IsCrowded">
/// Whether it belongs to texts that are too many to be grouped anew with each that joins them (see <see cref="ComponentGrouping"/>).
/// </param>
/// <param name="Items">The links.</param>
internal sealed record TextLinks(bool IsCrowded, TextLink[] Items)
{
    /// <summary>Most links that a text has; what would be linked to it beyond them is crowded.</summary>
    public const int Most = 256;

    public static TextLinks None { get; } = new(false, []);

    public TextLinks With(TextLink link) => this with { Items = [.. Items, link] };

    public TextLinks Without(int other) => this with { Items = Array.FindAll(Items, link => link.Other != other) };

    public byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Byte(IsCrowded ? (byte)1 : (byte)0);
        foreach (var link in Items)
        {
            writer.Number(link.Other);
            writer.Number(((ulong)(uint)link.Tie << 1) | (link.IsSeries ? 1UL : 0));
        }
        return writer.ToArray();
    }

    public static TextLinks FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var isCrowded = reader.Byte() != 0;
        var items = new List<TextLink>();
        while (!reader.IsAtEnd)
        {
            var other = reader.Int();
            var tie = reader.Number();
            items.Add(new TextLink(other, (int)(tie >> 1), (tie & 1) != 0));
        }
        return new TextLinks(isCrowded, [.. items]);
    }
}
