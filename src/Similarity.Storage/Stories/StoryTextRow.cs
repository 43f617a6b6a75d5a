using System.Runtime.InteropServices;

namespace Similarity.Storage;

/// <summary>What is kept of a text so that stories go on where they ended.</summary>
/// <param name="NamedAfter">Identifier that a story which it begins is named after.</param>
/// <param name="Arrived">Day of the stream when it came; −1 where that was unknown.</param>
/// <param name="Level">Its neighbourhood level then.</param>
/// <param name="Terms">Its terms.</param>
internal sealed record StoryTextRow(string NamedAfter, int Arrived, float Level, TextTerms Terms)
{
    public byte[] ToBytes(ByteWriter writer)
    {
        writer.Clear();
        writer.Text(System.Text.Encoding.UTF8.GetBytes(NamedAfter));
        writer.Int32(Arrived);
        writer.Int32(BitConverter.SingleToInt32Bits(Level));
        writer.Byte(Terms.Language);
        writer.Number(Terms.Terms.Length);
        writer.Bytes(MemoryMarshal.AsBytes(Terms.Terms.AsSpan()));
        writer.Bytes(MemoryMarshal.AsBytes(Terms.Counts.AsSpan()));
        return writer.ToArray();
    }

    public static StoryTextRow FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var name = System.Text.Encoding.UTF8.GetString(reader.Text());
        var (arrived, level, language, count) = (reader.Int32(), BitConverter.Int32BitsToSingle(reader.Int32()), reader.Byte(), reader.Int());
        var terms = MemoryMarshal.Cast<byte, uint>(reader.Bytes(checked(count * sizeof(uint)))).ToArray();
        var counts = MemoryMarshal.Cast<byte, ushort>(reader.Bytes(checked(count * sizeof(ushort)))).ToArray();
        return new StoryTextRow(name, arrived, level, new TextTerms(language, terms, counts));
    }
}
