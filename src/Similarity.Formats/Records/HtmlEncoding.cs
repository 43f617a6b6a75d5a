using System.Text;
using System.Text.RegularExpressions;

namespace Similarity.Formats;

/// <summary>Decodes a page as a browser would: by its byte order mark, else by what its head declares, else as UTF-8.</summary>
internal static partial class HtmlEncoding
{
    /// <summary>How far into a page browsers look for a declaration; some pages need a little more.</summary>
    private const int DeclarationBytes = 4096;

    public static string Decode(ReadOnlySpan<byte> page)
    {
        if (ByteOrderMark.IsUtf16(page) || ByteOrderMark.Utf8Length(page) > 0) return LenientText.Decode(page).Text;
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, DeclarationBytes)]);
        return Named(Declaration().Match(head).Groups["name"].Value).GetString(page);
    }

    private static Encoding Named(string name)
    {
        // The HTML standard reads these names as windows-1252, and a UTF-16 that can be read here as UTF-8.
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "ascii" or "us-ascii") name = "windows-1252";
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,500}?charset\s*=\s*["']?(?<name>[\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
