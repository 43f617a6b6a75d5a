namespace Similarity.Formats;

/// <summary>The stages of a run over files.</summary>
public enum BatchStage
{
    /// <summary>Reading articles and computing their features.</summary>
    Reading,

    /// <summary>Looking for candidates.</summary>
    Candidates,

    /// <summary>Verifying candidates on their texts.</summary>
    Verifying,

    /// <summary>Writing the results.</summary>
    Writing,
}
