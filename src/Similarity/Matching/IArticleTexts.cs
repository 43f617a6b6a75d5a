namespace Similarity;

/// <summary>
/// Where a run reads the texts of candidates again. Texts need not stay in memory: a file, a database or a list will do.
/// </summary>
/// <remarks>Called from several threads at once.</remarks>
public interface IArticleTexts
{
    /// <summary>Fills <paramref name="buffer"/> with the article at <paramref name="index"/> in input order, as it was when it was added.</summary>
    void Read(int index, ArticleBuffer buffer);
}
