namespace Similarity.Formats;

/// <summary>What a person says of a pair of articles.</summary>
public enum PairLabel
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>They tell one story.</summary>
    Same,

    /// <summary>They tell two.</summary>
    Different,

    /// <summary>It cannot be said.</summary>
    Unsure,
}
