namespace Similarity;

/// <summary>A text of a stream.</summary>
/// <param name="First">The article that brought it.</param>
/// <param name="Articles">Identifiers of the articles that carry it, in order of arrival.</param>
/// <param name="Arrived">Day of the stream when it came; −1 where that was unknown.</param>
internal sealed record StreamedText(OnlineArticle First, List<string> Articles, int Arrived);
