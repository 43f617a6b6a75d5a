namespace Similarity;

/// <summary>A credit with the name that it gives.</summary>
/// <param name="Name">Canonical name of the agency, or the name as the article writes it.</param>
/// <param name="Credit">Where it stands, of what kind it is, and how sure.</param>
public sealed record NamedCredit(string Name, Credit Credit);
