namespace Similarity.Benchmarks;

/// <summary>What a run says of two articles.</summary>
internal enum PairFinding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The canonical of one's group derives from the other's group.</summary>
    Derived,

    /// <summary>They are in one text group.</summary>
    SameGroup,
}
