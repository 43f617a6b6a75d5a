namespace Similarity.Storage;

/// <summary>What happened in an index that earlier verdicts do not say.</summary>
public enum IndexEventKind
{
    /// <summary>Another article stands for a group: one that is preferred to the former canonical, or that one is gone.</summary>
    CanonicalChanged,

    /// <summary>Groups have become one.</summary>
    GroupsMerged,

    /// <summary>A group has fallen apart.</summary>
    GroupSplit,

    /// <summary>An article is gone: removed, replaced, or expired.</summary>
    ArticleRemoved,

    /// <summary>Furniture was learnt anew and all articles were compared again: what was known of groups is to be read again.</summary>
    Relearned,

    /// <summary>Stories have become one.</summary>
    StoriesMerged,

    /// <summary>Articles have gone from a story to another one, which may be new.</summary>
    StorySplit,
}
