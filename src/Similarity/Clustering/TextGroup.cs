using System.IO.Hashing;

namespace Similarity;

/// <summary>
/// Articles that carry the same text: identical, nearly identical, contained in one another, or derived from one another.
/// </summary>
/// <param name="Id">
/// Stable name: made of the canonical's identifier and text, so that the same input gives the same name and other
/// articles beside it do not change it.
/// </param>
/// <param name="Canonical">Index of the article that stands for the group: the most preferred one.</param>
/// <param name="Members">
/// The other articles, in input order, each with a verified match that is the evidence for it: of an article that is
/// removed, with the one that is kept in its place; of one that stays, with another member.
/// </param>
public sealed record TextGroup(string Id, int Canonical, IReadOnlyList<Match> Members)
{
    /// <summary>The name of a group.</summary>
    /// <param name="canonicalId">The canonical's identifier.</param>
    /// <param name="content">Hash of the canonical's text.</param>
    internal static string NameOf(ReadOnlySpan<byte> canonicalId, UInt128 content) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"g-{XxHash3.HashToUInt64(canonicalId, unchecked((long)(ulong)content)):x16}");
}
