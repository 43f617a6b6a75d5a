using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Similarity.Formats;

/// <summary>Decodes text whose encoding nobody vouches for, and counts what had to be replaced.</summary>
internal static class LenientText
{
    /// <summary>
    /// The text of UTF-8, or of UTF-16 with a byte order mark, and how many invalid sequences became U+FFFD.
    /// </summary>
    public static (string Text, int Replaced) Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.IsUtf16(bytes))
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (encoding.GetString(bytes[2..]), 0);
        }
        bytes = bytes[ByteOrderMark.Utf8Length(bytes)..];
        return (Encoding.UTF8.GetString(bytes), CountInvalid(bytes));
    }

    private static int CountInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return 0;
        var count = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) != OperationStatus.Done) count++;
            bytes = bytes[length..];
        }
        return count;
    }
}
