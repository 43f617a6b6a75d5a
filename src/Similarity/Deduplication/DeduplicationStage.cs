namespace Similarity;

/// <summary>Where a run is after all articles have been added.</summary>
public enum DeduplicationStage
{
    /// <summary>Computing the features of every article.</summary>
    Features,

    /// <summary>Looking for candidates.</summary>
    Candidates,

    /// <summary>Verifying candidates on their texts and grouping what matches.</summary>
    Grouping,
}
