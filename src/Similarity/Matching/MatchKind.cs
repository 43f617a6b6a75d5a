namespace Similarity;

/// <summary>What two texts are to each other, from strict to loose.</summary>
public enum MatchKind
{
    /// <summary>The same words in the same order.</summary>
    Identical,

    /// <summary>Nearly the same text as a whole: high resemblance.</summary>
    Reprint,

    /// <summary>One text holds nearly all of the other and more besides.</summary>
    Excerpt,

    /// <summary>Substantial shared passages, and text of its own besides.</summary>
    Derived,
}
