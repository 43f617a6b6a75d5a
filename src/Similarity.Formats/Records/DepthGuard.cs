using AngleSharp.Dom;

namespace Similarity.Formats;

/// <summary>
/// Watches how deep a growing document is. Every element deepens it by at most one, so that it suffices to walk up
/// from an element once in a while, which keeps the price of watching the same for every element.
/// </summary>
internal sealed class DepthGuard(int maxDepth)
{
    private const int ElementsBetweenWalks = 128;

    private int _elements;
    private IElement? _earlier;

    /// <summary>Takes note of an element that is about to be inserted.</summary>
    /// <exception cref="NestingException">The document has become too deep.</exception>
    public void Created(IElement element)
    {
        if (++_elements % ElementsBetweenWalks == 0 && Depth(_earlier) > maxDepth) throw new NestingException();
        _earlier = element;
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent) depth++;
        return depth;
    }
}
