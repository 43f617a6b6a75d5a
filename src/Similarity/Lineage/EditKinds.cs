namespace Similarity;

/// <summary>How a copy was edited, seen from its source.</summary>
[Flags]
public enum EditKinds
{
    /// <summary>Not at all: headline and text are the source's.</summary>
    Verbatim = 0,

    /// <summary>It has another headline.</summary>
    NewHeadline = 1,

    /// <summary>It begins with words of its own.</summary>
    NewIntro = 2,

    /// <summary>Words of the source are missing.</summary>
    Trimmed = 4,

    /// <summary>It has words of its own behind the beginning.</summary>
    Extended = 8,

    /// <summary>What it has of its own quotes somebody, as local additions do.</summary>
    Localised = 16,

    /// <summary>Figures, names or spellings differ.</summary>
    Corrected = 32,
}
