namespace Similarity.Formats;

/// <summary>One thing that was wrong with the input.</summary>
/// <param name="File">The input, as the user named it.</param>
/// <param name="Line">Line (row in Parquet) from 1; 0 for the whole file.</param>
/// <param name="Field">The field, where it is one field.</param>
/// <param name="Reason">What is wrong, in words.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Id">The article's identifier, where it is known.</param>
public sealed record Reject(string File, long Line, string? Field, string Reason, RejectOutcome Outcome, string? Id = null);
