namespace Similarity.Benchmarks;

/// <summary>What a run says of two articles, from loose to strict.</summary>
internal enum PairFinding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They are in one text group, and both stay or are copies of different articles that stay.</summary>
    SameGroup,

    /// <summary>One article stays for both.</summary>
    Copies,
}
