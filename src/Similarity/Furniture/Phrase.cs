namespace Similarity;

/// <summary>A phrase that pages put around articles.</summary>
/// <param name="Words">Hashes of its words.</param>
/// <param name="Anchor">Number of the word by which it is looked for: the first, or where others may stand before it the longest.</param>
/// <param name="IsOpenBefore">Whether words may stand before it.</param>
/// <param name="IsOpenBehind">Whether words may follow it.</param>
/// <param name="NeedsNumber">Whether the line must hold a number.</param>
/// <param name="IsAtEnd">Whether it makes furniture only at the end of an article, where it may be longer.</param>
internal sealed record Phrase(ulong[] Words, int Anchor, bool IsOpenBefore, bool IsOpenBehind, bool NeedsNumber, bool IsAtEnd);
