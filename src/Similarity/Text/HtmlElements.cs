using System.Collections.Frozen;
using System.Text;

namespace Similarity;

/// <summary>The names of HTML elements that article bodies come with, and what becomes of their tags.</summary>
internal static class HtmlElements
{
    private static readonly string[] Hidden = ["script", "style"];

    private static readonly string[] Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    private static readonly string[] Block =
    [
        "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "canvas", "caption", "center", "col",
        "colgroup", "dd", "details", "dialog", "div", "dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input", "label",
        "legend", "li", "link", "main", "menu", "meta", "nav", "noscript", "object", "ol", "option", "p", "param", "picture",
        "pre", "section", "select", "source", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot",
        "th", "thead", "title", "tr", "track", "ul", "video",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = SetOf([.. Hidden, .. Inline, .. Block]);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = SetOf(Inline);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HiddenNames = SetOf(Hidden);

    /// <summary>Length of the longest name.</summary>
    public const int LongestName = 10;

    public static bool IsKnown(ReadOnlySpan<byte> name) => Holds(Known, name);

    /// <summary>Whether its tags may stand inside a word.</summary>
    public static bool IsInline(ReadOnlySpan<byte> name) => Holds(InlineNames, name);

    /// <summary>Whether its content is not text.</summary>
    public static bool IsHidden(ReadOnlySpan<byte> name) => Holds(HiddenNames, name);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SetOf(IEnumerable<string> names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Holds(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || name.Length > LongestName) return false;
        Span<char> characters = stackalloc char[LongestName];
        return names.Contains(characters[..Encoding.ASCII.GetChars(name, characters)]);
    }
}
