namespace Similarity.Storage;

/// <summary>What stories need of a text before they know it.</summary>
/// <param name="Language">Its language, as a number.</param>
/// <param name="Terms">Hashes of its terms, ascending.</param>
/// <param name="Counts">How often it has each, and whether that is a name.</param>
internal sealed record TextTerms(byte Language, uint[] Terms, ushort[] Counts)
{
    /// <summary>The terms as the stages pass them on.</summary>
    public TermBatch ToBatch()
    {
        var batch = new TermBatch();
        for (var i = 0; i < Terms.Length; i++) batch.Add(TermOccurrence.Unpack(Terms[i], Counts[i]));
        batch.EndText(Language);
        return batch;
    }
}
