namespace Similarity;

/// <summary>What became of a text in one article.</summary>
/// <param name="Article">Index of the article in input order.</param>
/// <param name="Source">
/// Index of the earlier member that it has most of its text from; <see langword="null"/> of the first member, and of one that
/// shares nothing with earlier ones.
/// </param>
/// <param name="Edits">How it was edited, seen from the source.</param>
/// <param name="Originality">Share of its words that stand in no passage which it shares with an earlier member, 0 to 1; 1 of the first member.</param>
/// <param name="Basis">What says that the source came first.</param>
/// <param name="Credits">What the article says of its own origin.</param>
/// <param name="VersionOf">
/// Index of the article that it is a later version of: by the same outlet, with most of the same text; <see langword="null"/>
/// of first versions.
/// </param>
public sealed record LineageMember(
    int Article, int? Source, EditKinds Edits, double Originality, LineageBasis Basis, IReadOnlyList<NamedCredit> Credits, int? VersionOf);
