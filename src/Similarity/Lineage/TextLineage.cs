namespace Similarity;

/// <summary>Where the text of a group comes from, and what each outlet made of it.</summary>
/// <param name="Group">Name of the text group.</param>
/// <param name="Earliest">Index of the earliest article.</param>
/// <param name="Origin">
/// The agency or outlet that most members credit, other than themselves; <see langword="null"/> where none does. It may be
/// that none of its articles is in the data.
/// </param>
/// <param name="OriginArticle">Index of the member that the origin itself published; <see langword="null"/> where there is none.</param>
/// <param name="Members">The members, sources before copies.</param>
public sealed record TextLineage(string Group, int Earliest, string? Origin, int? OriginArticle, IReadOnlyList<LineageMember> Members);
