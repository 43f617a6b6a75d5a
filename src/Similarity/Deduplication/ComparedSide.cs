namespace Similarity;

/// <summary>One of two compared articles.</summary>
/// <param name="Form">How it was compared.</param>
/// <param name="Words">Words of the compared text.</param>
/// <param name="Shingles">Distinct shingles.</param>
/// <param name="Fingerprints">Distinct passage fingerprints.</param>
public sealed record ComparedSide(TextForm Form, int Words, int Shingles, int Fingerprints);
