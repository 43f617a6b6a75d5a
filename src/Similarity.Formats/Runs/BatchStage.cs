namespace Similarity.Formats;

/// <summary>The stages of a run over files.</summary>
public enum BatchStage
{
    /// <summary>Reading articles and learning what their outlets repeat.</summary>
    Reading,

    /// <summary>Computing the features of every article.</summary>
    Features,

    /// <summary>Looking for candidates.</summary>
    Candidates,

    /// <summary>Verifying candidates on their texts.</summary>
    Verifying,

    /// <summary>Finding the stories.</summary>
    Stories,

    /// <summary>Writing the results.</summary>
    Writing,
}
