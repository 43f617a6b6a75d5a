using System.Text;

namespace Similarity.Formats;

/// <summary>What the first bytes of an input say about it, where its name says nothing.</summary>
internal static class InputSignature
{
    /// <summary>Enough to see past white space and comments in front of a document type.</summary>
    public const int Length = 1024;

    public static Compression CompressionOf(ReadOnlySpan<byte> stored) => stored switch
    {
        [0x1F, 0x8B, ..] => Compression.Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Compression.Zstd,
        _ => Compression.None,
    };

    /// <summary>The format of decompressed content that begins with <paramref name="content"/>; <see langword="null"/> where it is not clear.</summary>
    public static InputFormat? FormatOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PAR1"u8)) return InputFormat.Parquet;
        if (content.StartsWith(Encoding.UTF8.Preamble)) content = content[3..];
        content = content.TrimStart(" \t\r\n"u8);
        return content switch
        {
            [(byte)'{', ..] => InputFormat.JsonLines,
            [(byte)'[', ..] => InputFormat.Json,
            _ when StartsWith(content, "<!doctype") || StartsWith(content, "<html") => InputFormat.Html,
            _ => null,
        };
    }

    private static bool StartsWith(ReadOnlySpan<byte> content, string lowerCase) =>
        content.Length >= lowerCase.Length && Ascii.EqualsIgnoreCase(content[..lowerCase.Length], lowerCase);
}
