using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Similarity.Formats;

/// <summary>
/// Parses a page without scripts and without network, and refuses one that is nested so deeply that the recursive
/// code behind (selectors, text extraction) would exhaust the stack, which no program survives.
/// </summary>
internal static class HtmlPage
{
    /// <summary>Browsers stop at 512 levels, too.</summary>
    public const int MaxDepth = 512;

    /// <summary>The document; <see langword="null"/> where it is nested too deeply.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        var guard = new DepthGuard(MaxDepth);
        var parser = new HtmlParser(
            new HtmlParserOptions { OnCreated = (element, _) => guard.Created(element) },
            BrowsingContext.New(Configuration.Default));
        try
        {
            var document = parser.ParseDocument(html);
            return IsTooDeep(document) ? null : document;
        }
        catch (NestingException)
        {
            return null;
        }
    }

    /// <summary>The parser may also deepen a page when it repairs it, without creating elements one by one.</summary>
    private static bool IsTooDeep(IHtmlDocument document)
    {
        // By index, because a node finds its next sibling by searching all of them.
        var open = new Stack<(INodeList Children, int Next)>();
        open.Push((document.ChildNodes, 0));
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Children.Length) continue;
            open.Push((level.Children, level.Next + 1));
            var node = level.Children[level.Next];
            if (!node.HasChildNodes) continue;
            if (open.Count > MaxDepth) return true;
            open.Push((node.ChildNodes, 0));
        }
        return false;
    }
}
