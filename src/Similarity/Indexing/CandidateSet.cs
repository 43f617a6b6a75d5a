namespace Similarity;

/// <summary>What the search for candidates found.</summary>
/// <param name="Pairs">The pairs worth verifying, ascending.</param>
/// <param name="Ties">
/// For each rank how much ties it to all that it is a candidate with: shared fingerprints, each pair's times the share of the
/// shorter text that they are.
/// </param>
internal sealed record CandidateSet(Candidate[] Pairs, int[] Ties);
