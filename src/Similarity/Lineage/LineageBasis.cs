namespace Similarity;

/// <summary>What says that one of two articles came first.</summary>
public enum LineageBasis
{
    /// <summary>Nothing: it is the first, or the order of the input had to decide.</summary>
    None,

    /// <summary>The other credits its outlet, or further members do.</summary>
    Credit,

    /// <summary>It was published earlier.</summary>
    Time,

    /// <summary>It has more of the text: the other is trimmed.</summary>
    Containment,
}
