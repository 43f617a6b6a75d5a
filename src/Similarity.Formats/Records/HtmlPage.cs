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
        var depth = 0;
        INode? node = document;
        while (node is not null)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > MaxDepth) return true;
                node = child;
                continue;
            }
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node?.NextSibling;
        }
        return false;
    }
}
