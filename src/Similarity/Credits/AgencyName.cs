namespace Similarity;

/// <summary>A spelling that is looked for.</summary>
/// <param name="Utf8">Its bytes.</param>
/// <param name="Agency">Index of the agency in its table.</param>
/// <param name="IsAmbiguous">Whether it has other meanings.</param>
internal sealed record AgencyName(byte[] Utf8, int Agency, bool IsAmbiguous);
