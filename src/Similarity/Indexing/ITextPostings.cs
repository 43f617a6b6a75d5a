namespace Similarity;

/// <summary>
/// Which texts share a key. Texts have numbers, in the order in which one meets those before it: a run numbers them by
/// preference, an index as they arrive.
/// </summary>
internal interface ITextPostings
{
    /// <summary>The numbers of the texts with this key in this band, ascending; may be empty where only one has it.</summary>
    ReadOnlySpan<int> InBand(int band, uint key);

    /// <summary>The numbers of the texts with this fingerprint, ascending; may be empty where only one has it.</summary>
    ReadOnlySpan<int> WithFingerprint(uint fingerprint);

    /// <summary>The article that a number stands for.</summary>
    int ArticleOf(int text);
}
