namespace Similarity;

/// <summary>The terms of a text.</summary>
/// <param name="Language">Its language, as a number of <see cref="TextLanguage"/>.</param>
/// <param name="Terms">Hashes of its terms, ascending.</param>
/// <param name="Counts">How often it has each, as <see cref="TermOccurrence.Packed"/>.</param>
internal sealed record TextTerms(byte Language, uint[] Terms, ushort[] Counts)
{
    /// <summary>The terms of the one text of a batch.</summary>
    public static TextTerms Of(TermBatch batch) => new(batch.LanguageOf(0), batch.Terms.ToArray(), batch.Counts.ToArray());
}
