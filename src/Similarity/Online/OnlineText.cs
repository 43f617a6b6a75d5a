namespace Similarity;

/// <summary>What has to be kept of a text for a stream to go on where it ended.</summary>
/// <param name="First">The article that brought it.</param>
/// <param name="Articles">Identifiers of the articles that carry it, in order of arrival.</param>
/// <param name="Story">Name of its story.</param>
/// <param name="Arrived">Day of the stream when it came; −1 where that was unknown.</param>
/// <param name="Group">Number of its text group; −1 for none.</param>
/// <param name="Level">Its neighbourhood level.</param>
/// <param name="Language">Its language, as a number of <see cref="TextLanguage"/>.</param>
/// <param name="Terms">Its terms, ascending.</param>
/// <param name="Counts">How often it has each, as <see cref="TermOccurrence.Packed"/>.</param>
internal sealed record OnlineText(
    OnlineArticle First, IReadOnlyList<string> Articles, string Story, int Arrived, int Group, float Level, byte Language, uint[] Terms, ushort[] Counts);
