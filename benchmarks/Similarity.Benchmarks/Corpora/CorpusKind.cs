namespace Similarity.Benchmarks;

/// <summary>What a made corpus consists of.</summary>
internal enum CorpusKind
{
    /// <summary>Real-looking articles, a fifth of them copies as newsrooms make them.</summary>
    Resampled,

    /// <summary>One article over and over.</summary>
    Identical,

    /// <summary>One paragraph of 80 words in all of them, and 120 words of their own.</summary>
    Template,

    /// <summary>One article of 200 words over and over, each time with another word changed.</summary>
    NearIdentical,

    /// <summary>One closing line of 21 words in all of them, so that all share a fingerprint, and 180 words of their own.</summary>
    OneBucket,
}
