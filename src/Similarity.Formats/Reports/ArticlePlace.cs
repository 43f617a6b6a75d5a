namespace Similarity.Formats;

/// <summary>Where an article came from.</summary>
/// <param name="File">The path of the input.</param>
/// <param name="Line">The line or row of it, from 1 on.</param>
internal readonly record struct ArticlePlace(string File, long Line);
