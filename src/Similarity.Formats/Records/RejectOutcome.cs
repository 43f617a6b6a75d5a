namespace Similarity.Formats;

/// <summary>What became of something that was wrong with the input.</summary>
public enum RejectOutcome
{
    /// <summary>The record took part in the run; what was wrong is only noted.</summary>
    Noted,

    /// <summary>The record is left out of the run.</summary>
    Rejected,

    /// <summary>Nothing of the input after this place could be read.</summary>
    Abandoned,
}
