using System.Text;

namespace Similarity;

/// <summary>
/// What an article says about its own origin, and the words that say it. It is evidence for lineage: two outlets that
/// both credit one agency have one source, whether or not the agency's own article is in the data.
/// </summary>
/// <param name="Kind">Where and how the origin is named.</param>
/// <param name="Field"><see cref="ArticleField.Title"/> or <see cref="ArticleField.Body"/>.</param>
/// <param name="Start">Offset of the first byte of the evidence in the UTF-8 of the field as it came, markup included.</param>
/// <param name="End">Offset behind the last byte of the evidence.</param>
public readonly record struct Credit(CreditKind Kind, ArticleField Field, int Start, int End)
{
    /// <summary>The agency of the table; <see langword="null"/> where the text names somebody whom the table does not have.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Offset of the name in the field; within the evidence, and the evidence itself where an agency is implied only.</summary>
    public int NameStart { get; init; }

    /// <summary>Offset behind the name.</summary>
    public int NameEnd { get; init; }

    /// <summary>
    /// How likely the article really came from there, 0 to 1: an estimate for each form, made while reading what it found.
    /// </summary>
    public double Confidence { get; init; }

    /// <summary>Whether it names the outlet that published the article, which tells nothing about another source.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The canonical name of the agency, or the name as <paramref name="article"/> writes it.</summary>
    public string NameIn(ArticleBuffer article) => Agency?.Name ?? Encoding.UTF8.GetString(article.Get(Field)[NameStart..NameEnd]);
}
