using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Similarity.Formats;

/// <summary>The escapes of JSON strings (RFC 8259, section 7).</summary>
internal static class JsonEscapes
{
    /// <summary>Bytes of the well-formed escape that begins with the backslash here; 0 where there is none.</summary>
    public static int SizeOf(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2) return 0;
        if (text[1] != 'u') return CharacterOf(text[1]) == 0 ? 0 : 2;
        return text.Length >= 6 && TryReadHex(text[2..], out _) ? 6 : 0;
    }

    /// <summary>
    /// Writes the content of a string whose escapes are well-formed, decoded, to <paramref name="target"/>, which is at
    /// least as long. False where the result would not be UTF-8.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, Span<byte> target, out int length)
    {
        length = 0;
        if (!Utf8.IsValid(content)) return false;
        while (true)
        {
            var run = content.IndexOf((byte)'\\');
            if (run < 0) break;
            content[..run].CopyTo(target[length..]);
            length += run;
            content = content[run..];
            if (content[1] != 'u')
            {
                target[length++] = CharacterOf(content[1]);
                content = content[2..];
                continue;
            }
            var size = TryReadRune(content, out var rune);
            if (size == 0) return false;
            length += rune.EncodeToUtf8(target[length..]);
            content = content[size..];
        }
        content.CopyTo(target[length..]);
        length += content.Length;
        return true;
    }

    /// <summary>The character of one or two <c>\u</c> escapes; 0 for half a surrogate pair.</summary>
    private static int TryReadRune(ReadOnlySpan<byte> text, out Rune rune)
    {
        _ = TryReadHex(text[2..], out var first);
        if (Rune.TryCreate((char)first, out rune)) return 6;
        if (text.Length < 12 || text[6] != '\\' || text[7] != 'u') return 0;
        return TryReadHex(text[8..], out var second) && Rune.TryCreate((char)first, (char)second, out rune) ? 12 : 0;
    }

    private static bool TryReadHex(ReadOnlySpan<byte> text, out ushort value) =>
        ushort.TryParse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static byte CharacterOf(byte escape) => escape switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => escape,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };
}
