using System.Text;
using AngleSharp.Dom;

namespace Similarity.Formats;

/// <summary>The text of a part of a page as a reader sees it: one line a paragraph.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "head", "iframe", "svg", "button", "form", "select",
        "aside", "footer", "figcaption", "dialog", "menu",
    };

    /// <summary>What parts of a page say of themselves that are not its text.</summary>
    private static readonly HashSet<string> UnreadRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    public static string Of(INode root)
    {
        var text = new StringBuilder();
        // By index, because a node finds its next sibling by searching all of them.
        var open = new Stack<(INode Parent, int Next)>();
        Enter(root);
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Parent.ChildNodes.Length)
            {
                if (IsBlock(level.Parent)) EndLine(text);
                continue;
            }
            open.Push((level.Parent, level.Next + 1));
            Enter(level.Parent.ChildNodes[level.Next]);
        }
        return text.ToString().Trim();

        void Enter(INode node)
        {
            if (node is IText characters) Append(text, characters.Data);
            else if (IsBlock(node)) EndLine(text);
            if (node.HasChildNodes && (node is not IElement element || IsRead(element))) open.Push((node, 0));
        }
    }

    private static bool IsRead(IElement element) =>
        !Unread.Contains(element.LocalName)
        && !UnreadRoles.Contains(element.GetAttribute("role") ?? "")
        && !element.HasAttribute("hidden")
        && !string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsBlock(INode node) => node is IElement element && !Inline.Contains(element.LocalName);

    /// <summary>Appends with each run of white space as one space.</summary>
    private static void Append(StringBuilder text, string characters)
    {
        foreach (var next in characters)
        {
            if (!char.IsWhiteSpace(next)) text.Append(next);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
