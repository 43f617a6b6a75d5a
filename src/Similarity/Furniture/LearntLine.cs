namespace Similarity;

/// <summary>A line or sentence that an outlet puts on many of its pages.</summary>
/// <param name="Outlet">Whose pages.</param>
/// <param name="Text">An example of it; numbers may differ, in a pattern names too.</param>
/// <param name="IsPattern">
/// Whether lines that differ in names have it in common as well. A pattern alone makes no furniture; a page made of patterns
/// and furniture is a template.
/// </param>
/// <param name="Articles">Articles that have it, at least.</param>
/// <param name="Days">Different days on which those were published, at least.</param>
/// <param name="LastSeen">Day of the last of them; <see langword="null"/> where no day is known.</param>
public sealed record LearntLine(string Outlet, string Text, bool IsPattern, int Articles, int Days, DateOnly? LastSeen);
