namespace Similarity;

/// <summary>A name of an agency in a text.</summary>
/// <param name="Agency">Index of the agency in its table.</param>
/// <param name="Start">Offset of the name in the text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="IsAmbiguous">Whether the name has other meanings.</param>
internal readonly record struct AgencyMention(int Agency, int Start, int End, bool IsAmbiguous);
