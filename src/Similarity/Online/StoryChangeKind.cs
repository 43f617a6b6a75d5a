namespace Similarity;

/// <summary>What happened to a story of a stream.</summary>
public enum StoryChangeKind
{
    /// <summary>An article began a story.</summary>
    Started,

    /// <summary>An article joined a story.</summary>
    Joined,

    /// <summary>Another story became part of this one; its name is not used any more.</summary>
    Merged,

    /// <summary>Some articles went from this story to another one, which may be new.</summary>
    Split,

    /// <summary>Some articles take no part any more: they were removed, or are too old.</summary>
    Left,
}
