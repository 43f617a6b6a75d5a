namespace Similarity;

/// <summary>
/// The features of articles by number: what candidates are found, screened and compared with. A run has those of all its
/// articles in columns; an index has them where it keeps them.
/// </summary>
/// <remarks>Reading is thread-safe.</remarks>
internal interface IArticleFeatures
{
    /// <summary>What is known of an article beside its features; the handles in it mean nothing to others.</summary>
    ref readonly ArticleRow this[int article] { get; }

    /// <summary>The article's key in one band.</summary>
    uint BandKeyOf(int article, int band);

    /// <summary>Distinct fingerprints, ascending.</summary>
    ReadOnlySpan<uint> FingerprintsOf(int article);

    /// <summary>What was left out of the body as furniture, in order.</summary>
    ReadOnlySpan<FurnitureSpan> FurnitureOf(int article);
}
