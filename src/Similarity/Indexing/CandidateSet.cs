namespace Similarity;

/// <summary>What the search for candidates found.</summary>
/// <param name="Pairs">The pairs worth verifying, ascending.</param>
/// <param name="Ties">
/// For each rank how many fingerprints it shares with all that it is a candidate with: an estimate of how much of the other
/// texts stands in it.
/// </param>
internal sealed record CandidateSet(Candidate[] Pairs, int[] Ties);
