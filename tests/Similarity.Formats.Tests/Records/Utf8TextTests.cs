using System.Text;
using System.Text.Unicode;
using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class Utf8TextTests
{
    private static readonly Gen<byte[]> Damaged =
        from text in Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['\u00A0', '\u07FF'], Gen.Char['\u0800', '\uD7FF']), 0, 90]
        from rune in Gen.Int[0x10000, 0x10FFFF]
        from at in Gen.Int[0, 100]
        from bytes in Gen.OneOf(Gen.Const(Array.Empty<byte>()), Gen.Byte.Array[1, 4], Gen.Byte[0x80, 0xFF].Array[1, 4])
        let whole = Encoding.UTF8.GetBytes(text.Insert(Math.Min(at, text.Length), char.ConvertFromUtf32(rune)))
        let place = Math.Min(at, whole.Length)
        select (byte[])[.. whole[..place], .. bytes, .. whole[Math.Min(place + bytes.Length, whole.Length)..]];

    [Fact]
    public void Text_and_damaged_text_is_judged_as_the_platform_does() => Damaged.Sample(bytes => Agrees(bytes), iter: 20_000);

    [Fact]
    public void Any_three_bytes_are_judged_as_the_platform_does_wherever_a_vector_ends()
    {
        var text = new byte[70];
        foreach (var place in new[] { 0, 14, 30, 33, 67 })
        {
            text.AsSpan().Fill((byte)'a');
            for (var three = 0; three < 1 << 24; three += three % 0x101 == 0 ? 1 : 13)
            {
                (text[place], text[place + 1], text[place + 2]) = ((byte)(three >> 16), (byte)(three >> 8), (byte)three);
                if (!Agrees(text)) Assert.Fail($"{three:x6} at {place}");
            }
        }
    }

    [Fact]
    public void Any_four_bytes_that_begin_like_a_character_are_judged_as_the_platform_does()
    {
        for (var first = 0xE0; first < 0x100; first++)
        {
            for (var second = 0x70; second < 0xD0; second++)
            {
                foreach (var third in new byte[] { 0x41, 0x7F, 0x80, 0x9F, 0xBF, 0xC2, 0xE1, 0xF1 })
                {
                    foreach (var fourth in new byte[] { 0x41, 0x7F, 0x80, 0xBF, 0xC2, 0xFF })
                    {
                        byte[] character = [(byte)first, (byte)second, third, fourth];
                        Assert.True(Agrees(character));
                        Assert.True(Agrees([.. new byte[30], .. character, .. new byte[30]]));
                    }
                }
            }
        }
    }

    [Fact]
    public void A_character_cut_off_by_the_end_is_a_fault_at_every_length()
    {
        foreach (var character in new[] { "é", "…", "🙂" }.Select(Encoding.UTF8.GetBytes))
        {
            for (var before = 0; before < 100; before++)
            {
                for (var kept = 0; kept <= character.Length; kept++) Assert.True(Agrees([.. Enumerable.Repeat((byte)'a', before), .. character[..kept]]), $"{before}, {kept}");
            }
        }
    }

    /// <summary>Looks at a place every 64 bytes of the text, which stands between bytes that are no part of a character.</summary>
    private static bool Agrees(byte[] bytes)
    {
        Span<byte> text = new byte[Utf8Text.Before + bytes.Length + (2 * Utf8Text.Reach)];
        bytes.CopyTo(text[Utf8Text.Before..]);
        var places = Enumerable.Range(0, (bytes.Length / 64) + 1).Select(i => Utf8Text.Before + (64 * i)).ToArray();
        return Utf8Text.IsValid(text, places) == Utf8.IsValid(bytes);
    }
}
