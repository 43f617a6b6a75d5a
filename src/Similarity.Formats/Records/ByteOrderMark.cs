namespace Similarity.Formats;

/// <summary>The bytes with which some programs announce the encoding of what follows.</summary>
internal static class ByteOrderMark
{
    /// <summary>Bytes that it takes at most.</summary>
    public const int Longest = 3;

    /// <summary>Length of the mark of UTF-8 at the start of <paramref name="content"/>; 0 where there is none.</summary>
    public static int Utf8Length(ReadOnlySpan<byte> content) => content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <summary>Whether <paramref name="content"/> announces UTF-16, in either byte order.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> content) => content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
}
